import {
  NotCollectedError,
  textFact,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { auditOutput } from './audit-info.ts';

export interface AuditdService {
  /** As printed: `active (running)`, `inactive (dead)`, `failed`, `running`, `stopped`, `not found`. */
  readonly active: Located<string>;
  readonly running: boolean;
}

/**
 * The state of the audit daemon, as systemd or an older service manager prints it:
 *
 *      Active: active (running) since Mon 2026-11-23 10:00:00 UTC; 2h ago
 *   auditd (pid  1483) is running...
 */
export const auditdService = textFact<AuditdService>({
  name: 'audit.service',
  describes: 'State of the service auditd',
  collect: {
    title: 'service auditd status',
    command: 'sudo service auditd status > systemctl_status_auditd',
  },
  fields: { active: { type: 'string', describes: 'State as the service manager prints it' } },
  view: { kind: 'fields', title: 'Service auditd' },
  // `systemctl status --all` shows the last log lines of every unit.
  maxBytes: 16 * 1024 * 1024,
  from: {
    'client-analyzer': ['auditd_info.txt', 'audited_info.txt'],
    sosreport: [
      'sos_commands/auditd/systemctl_status_auditd*',
      'sos_commands/systemd/systemctl_status_--all',
    ],
    supportconfig: ['security-audit.txt!#*systemctl*status auditd*', 'security-audit.txt!#*auditd status*'],
    plain: ['systemctl_status_auditd*', 'auditd_info.txt'],
  },
  parse(entry): AuditdService {
    const active = stateOf(unitLines(entry));
    if (!active) throw new NotCollectedError(`${entry.path} does not show the state of auditd`);
    return { active, running: isRunning(active.value) };
  },
});

/** Whether a state says that the service runs. */
function isRunning(state: string): boolean {
  return state === 'running' || state === 'active' || state === 'active (running)';
}

/** The part of the output that is about auditd: `systemctl status --all` tells of every unit. */
function unitLines(entry: TextEntry): readonly Line[] {
  const lines = auditOutput(entry, (command) =>
    /\bauditd(?:\.service)? status$|\bstatus auditd/u.test(command),
  );
  const from = lines.findIndex(({ text }) => /^(?:\S+ )?auditd\.service\b/u.test(text));
  if (from < 0) return lines.filter(({ text }) => /\bauditd\b/u.test(text));
  // The next unit begins with its own mark at the margin.
  const next = lines.findIndex(({ text }, index) => index > from && /^[●○↻×*] \S+\.[a-z]+\b/u.test(text));
  return lines.slice(from, next < 0 ? undefined : next);
}

// Active: active (running) since Mon 2026-11-23 10:00:00 UTC; 2h ago
const ACTIVE = /^\s*Active:\s+(?<state>[a-z]+(?: \([a-z-]+\))?)/u;

const OTHER_STATES: readonly { readonly pattern: RegExp; readonly state: string }[] = [
  // auditd is not running. · auditd dead but pid file exists
  { pattern: /\bauditd.{0,40}\b(?:not running|is stopped|stop\/waiting|dead)\b/u, state: 'stopped' },
  // auditd (pid  1483) is running... · auditd start/running, process 1483
  { pattern: /\bauditd.{0,40}\brunning\b/u, state: 'running' },
  // Unit auditd.service could not be found. · auditd: unrecognized service
  {
    pattern: /\bauditd\S{0,20}\s.{0,20}(?:not be found|unrecognized service|not found)/u,
    state: 'not found',
  },
];

function stateOf(lines: readonly Line[]): Located<string> | undefined {
  for (const { text, at } of lines) {
    const active = ACTIVE.exec(text)?.groups?.['state'];
    if (active) return { value: active, at };
    const other = OTHER_STATES.find(({ pattern }) => pattern.test(text));
    if (other) return { value: other.state, at };
  }
  return undefined;
}
