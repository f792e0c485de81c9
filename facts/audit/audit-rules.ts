import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Located,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { auditOutput } from './audit-info.ts';
import { auditRuleOf, type AuditRule } from './audit-rule.ts';

export type { AuditRule } from './audit-rule.ts';

export interface AuditRules {
  readonly rules: readonly Located<AuditRule>[];
  /** The line that says that no rule is loaded. */
  readonly noRules: Located<string> | undefined;
}

/**
 * The rules that the kernel follows: `auditctl -l`.
 *
 *   -a always,exit -F arch=b64 -S execve -F key=mdatp
 *   No rules
 */
export const auditRules = textFact<AuditRules>({
  name: 'audit.rules',
  describes: 'Audit rules that are loaded',
  collect: { title: 'auditctl -l', command: 'sudo auditctl -l > auditctl_-l' },
  fields: {
    rules: {
      type: 'rows',
      describes: 'Rules, in the order in which the kernel tries them',
      row: {
        text: { type: 'string', describes: 'The rule' },
        key: { type: 'string', describes: 'Its keys' },
      },
    },
    noRules: { type: 'string', describes: 'The line that says that no rule is loaded' },
  },
  view: { kind: 'table', title: 'Loaded audit rules', rows: 'rules' },
  from: {
    'client-analyzer': ['auditd_info.txt', 'audited_info.txt'],
    sosreport: ['sos_commands/auditd/auditctl_-l*'],
    supportconfig: ['security-audit.txt!#*auditctl -l'],
    plain: ['auditctl_-l*', 'auditctl-l*', 'auditd_info.txt'],
  },
  parse,
});

function parse(entry: TextEntry, note: Note): AuditRules {
  const rules: Located<AuditRule>[] = [];
  let noRules: Located<string> | undefined;
  let odd: Located<string> | undefined;
  for (const { text, at } of auditOutput(entry, (command) => /\bauditctl -l$/u.test(command))) {
    const line = text.trim();
    const rule = auditRuleOf(line);
    if (rule) rules.push({ value: rule, at });
    else if (/^No rules\b/iu.test(line)) noRules ??= { value: line, at };
    else if (/\b(?:must be root|operation not permitted|not permitted)\b/iu.test(line)) {
      throw new NotCollectedError(`${entry.path} says: ${line.slice(0, 200)}`);
    } else if (line !== '') odd ??= { value: line, at };
  }
  if (rules.length === 0 && !noRules) throw new UnreadableError(`${entry.path} lists no audit rules`);
  if (odd) note({ code: 'malformed-line', detail: `no audit rule: ${odd.value.slice(0, 100)}`, at: odd.at });
  return { rules, noRules };
}
