import { textFact, UnreadableError, type Line, type Located } from '../../engine/api/index.ts';
import { auditOutput } from './audit-info.ts';

/** What the kernel says of its audit system. */
export interface AuditStatus {
  /** 0 is off, 1 is on, 2 is on and locked until the next boot. */
  readonly enabled: Located<number> | undefined;
  /** What happens when a record is lost: 0 nothing, 1 a message, 2 a panic. */
  readonly failure: Located<number> | undefined;
  /** Process that receives the records; 0 where none does. */
  readonly pid: Located<number> | undefined;
  readonly rateLimit: Located<number> | undefined;
  readonly backlogLimit: Located<number> | undefined;
  /** Records lost since boot. */
  readonly lost: Located<number> | undefined;
  readonly backlog: Located<number> | undefined;
}

/**
 * `auditctl -s`, one value per line or, in old releases, all in one line:
 *
 *   enabled 1
 *   AUDIT_STATUS: enabled=1 flag=1 pid=1483 rate_limit=0 backlog_limit=8192 lost=3 backlog=0
 */
export const auditStatus = textFact<AuditStatus>({
  name: 'audit.status',
  describes: "State of the kernel's audit system",
  collect: { title: 'auditctl -s', command: 'sudo auditctl -s > auditctl_-s' },
  fields: {
    enabled: { type: 'number', describes: '0 is off, 1 is on, 2 is on and locked' },
    failure: { type: 'number', describes: 'On a lost record: 0 nothing, 1 a message, 2 a panic' },
    pid: { type: 'number', describes: 'Process that receives the records; 0 where none does' },
    rateLimit: { type: 'number', describes: 'Most records a second; 0 for no limit' },
    backlogLimit: { type: 'number', describes: 'Most records that may wait' },
    lost: { type: 'number', describes: 'Records lost since boot' },
    backlog: { type: 'number', describes: 'Records that wait' },
  },
  view: { kind: 'fields', title: 'Audit status' },
  from: {
    'client-analyzer': ['auditd_info.txt', 'audited_info.txt'],
    sosreport: ['sos_commands/auditd/auditctl_-s*'],
    supportconfig: ['security-audit.txt!#*auditctl -s'],
    plain: ['auditctl_-s*', 'auditctl-s*', 'auditd_info.txt'],
  },
  looksLike: (head) =>
    /^(?:AUDIT_STATUS: enabled=\d|enabled \d\nfailure \d\npid \d)/u.test(head.replaceAll('\r', '')),
  parse(entry): AuditStatus {
    const values = statusValues(auditOutput(entry, (command) => /\bauditctl -s$/u.test(command)));
    if (values.size === 0) throw new UnreadableError(`${entry.path} has no audit status`);
    return {
      enabled: values.get('enabled'),
      failure: values.get('failure') ?? values.get('flag'),
      pid: values.get('pid'),
      rateLimit: values.get('rate_limit'),
      backlogLimit: values.get('backlog_limit'),
      lost: values.get('lost'),
      backlog: values.get('backlog'),
    };
  },
});

// backlog_limit 8192 · backlog_limit=8192
const VALUE =
  /\b(?<key>enabled|failure|flag|pid|rate_limit|backlog_limit|lost|backlog)[ =](?<value>\d{1,15})\b/gu;

function statusValues(lines: readonly Line[]): ReadonlyMap<string, Located<number>> {
  const values = new Map<string, Located<number>>();
  for (const { text, at } of lines) {
    for (const { groups } of text.matchAll(VALUE)) {
      const key = groups?.['key'] ?? '';
      if (!values.has(key)) values.set(key, { value: Number(groups?.['value']), at });
    }
  }
  return values;
}
