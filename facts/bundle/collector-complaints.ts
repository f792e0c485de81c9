import { lineFact, type Line, type Located } from '../../engine/api/index.ts';

/**
 * - `error`: the collector met an error of its own
 * - `command`: a command that every host has could not be run
 * - `timeout`: a command or part did not end in its time
 * - `rights`: something was refused for want of the rights of root
 * - `agent-down`: the collector took the agent for not running
 */
export type ComplaintKind = 'error' | 'command' | 'timeout' | 'rights' | 'agent-down';

export interface Complaint {
  readonly kind: ComplaintKind;
  /** The complaint without its time. */
  readonly text: string;
}

export interface CollectorComplaints {
  /** In the order of their lines; each text once. */
  readonly complaints: readonly Located<Complaint>[];
}

interface State {
  readonly byText: Map<string, Located<Complaint>>;
}

/** Different complaints that are kept. */
const MOST_COMPLAINTS = 200;

/**
 * What collectors complain of, in their logs and in the outputs that they wrote:
 *
 *   [2026-11-23 10:00:00.123][ERROR] Failed to create the diagnostic
 *   Could not run commandmdatp exclusion list
 *   2026-10-14 09:31:50,402 WARNING: [plugin:networking] command 'ip route' timed out after 300s
 *   You must be root to run this program.
 */
export const collectorComplaints = lineFact<State, CollectorComplaints>({
  name: 'bundle.collector-complaints',
  describes: 'What the collector could not do',
  fields: {
    complaints: {
      type: 'rows',
      describes: 'Complaints',
      row: {
        kind: {
          type: 'string',
          describes: 'Kind',
          oneOf: ['error', 'command', 'timeout', 'rights', 'agent-down'],
        },
        text: { type: 'string', describes: 'What it says' },
      },
    },
  },
  looksEverywhere: true,
  view: { kind: 'table', title: 'Complaints of the collector', rows: 'complaints' },
  from: {
    'client-analyzer': '*.txt',
    sosreport: ['sos_logs/*', 'sos_commands/auditd/*', 'sos_commands/kernel/dmesg*'],
    supportconfig: ['supportconfig.txt!#*', 'security-audit.txt!#*', 'boot.txt!#*dmesg*'],
    plain: ['*.txt', 'auditctl*', 'dmesg*'],
  },
  needles: [
    '][error]',
    'could not run ',
    'timed out',
    'caught exception in plugin',
    'no space left on device',
    'must be root',
    'must be run as root',
    'run as root',
    'root privileges',
    'operation not permitted',
    'permission denied',
    'sudo: a ',
    'in the sudoers file',
    'mde is not running',
  ],
  start: () => ({ byText: new Map() }),
  line({ byText }, line) {
    const complaint = complaintOf(line);
    if (!complaint || byText.size >= MOST_COMPLAINTS || byText.has(complaint.text)) return;
    byText.set(complaint.text, { value: complaint, at: line.at });
  },
  finish: ({ byText }) => ({ complaints: [...byText.values()] }),
});

// [2026-11-23 10:00:00.123][ERROR] text · 2026-10-14 09:31:50,402 ERROR: [plugin:boot] text
const STAMP =
  /^\[?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]?\d{0,9}\]?\s?\[?(?<level>ERROR|WARNING|INFO|DEBUG)\b[\]:]?\s{0,4}/u;

/**
 * Only what root is never refused. Lists of processes and files name places that are closed to root too.
 *
 *   You must be root to run this program. · dmesg: read kernel buffer failed: Operation not permitted
 *   ls: cannot open directory '/var/log/microsoft/mdatp': Permission denied · sudo: a password is required
 */
const RIGHTS =
  /\b(?:must be (?:run as )?root\b|(?:requires?|without|needs?) root privileges|not running as root|please run (?:this )?as root)|^dmesg: .{0,60}operation not permitted|^sudo: a (?:password|terminal) is required|is not in the sudoers file|^\S{1,40}: .{0,60}(?:\/var\/log\/(?:audit|microsoft)|\/(?:etc|var)\/opt\/microsoft|\/etc\/(?:shadow|audit))\b.{0,100}permission denied/iu;

// Could not run commandsudo mdatp health · Could not run uname command: those that no host lacks
const COMMAND =
  /^could not run (?:command\s{0,4})?(?:sudo\s{1,4})?(?:\/\S{0,40}\/)?(?:mdatp|ps|df|mount|uname|free|lsmod|dmesg|systemctl|service|id|uptime|top)\b/iu;

const TIMEOUT = /\btimed out(?: after| and|$)/iu;

function complaintOf({ text }: Line): Complaint | undefined {
  const level = STAMP.exec(text)?.groups?.['level'];
  const said = text.replace(STAMP, '').trim().slice(0, 300);
  if (RIGHTS.test(said)) return { kind: 'rights', text: said };
  if (level === undefined) return COMMAND.test(said) ? { kind: 'command', text: said } : undefined;
  if (/^mde is not running$/iu.test(said)) return { kind: 'agent-down', text: said };
  if (TIMEOUT.test(said)) return { kind: 'timeout', text: said };
  if (/^writing traceback to /u.test(said)) return undefined;
  return level === 'ERROR' || /no space left on device/iu.test(said)
    ? { kind: 'error', text: said }
    : undefined;
}
