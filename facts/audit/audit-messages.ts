import { lineFact, type Line, type Located } from '../../engine/api/index.ts';
import { systemLogs } from '../log-places.ts';
import { places } from '../places.ts';

/** Why rules were not loaded, as augenrules or auditctl says it. */
export interface RuleLoadError {
  /** `Error sending add rule data request (Rule exists)`; empty where only the place is named. */
  readonly reason: string;
  /** The line of the file at which loading stopped. */
  readonly line?: number;
  readonly file?: string;
}

export interface AuditMessages {
  /** The first of each error. */
  readonly loadErrors: readonly Located<RuleLoadError>[];
  /** How augenrules ended when the service started last, as systemd tells it: true where it failed. */
  readonly loadFailed: Located<boolean> | undefined;
  /** First line that tells of a dispatcher that dropped events. */
  readonly queueFull: Located<string> | undefined;
  /** How many such lines there are. */
  readonly queueFullCount: number;
}

interface State {
  readonly byText: Map<string, Located<RuleLoadError>>;
  loadFailed: Located<boolean> | undefined;
  queueFull: Located<string> | undefined;
  queueFullCount: number;
}

/** Different errors that are kept. */
const KEPT = 50;
const TEXT_LIMIT = 200;

/**
 * What the programs of audit say when rules cannot be loaded, or events do not find their reader:
 *
 *   augenrules[688]: Error sending add rule data request (Operation not permitted)
 *   augenrules[688]: There was an error in line 9 of /etc/audit/audit.rules
 *   Process: 690 ExecStartPost=/sbin/augenrules --load (code=exited, status=1/FAILURE)
 *   audispd: queue is full - dropping event
 */
export const auditMessages = lineFact<State, AuditMessages>({
  name: 'audit.messages',
  describes: 'What the programs of audit say of rules that fail and events that are dropped',
  collect: {
    title: 'journalctl -u auditd',
    command: 'sudo journalctl --no-pager -u auditd > journalctl_auditd',
  },
  fields: {
    loadErrors: {
      type: 'rows',
      describes: 'Errors at loading rules, the first of each',
      row: {
        reason: { type: 'string', describes: 'What went wrong' },
        line: { type: 'number', describes: 'Line of the file' },
        file: { type: 'string', describes: 'File of rules' },
      },
    },
    loadFailed: { type: 'boolean', describes: 'Whether rules failed to load when auditd started last' },
    queueFull: { type: 'string', describes: 'First message of a dispatcher that dropped events' },
  },
  view: { kind: 'table', title: 'Errors of audit rules', rows: 'loadErrors' },
  from: places(systemLogs, {
    'client-analyzer': ['auditd_info.txt', 'audited_info.txt'],
    sosreport: [
      'sos_commands/auditd/systemctl_status_auditd*',
      'sos_commands/systemd/systemctl_status_--all',
    ],
    supportconfig: ['security-audit.txt!#*systemctl*status auditd*', 'security-audit.txt!#*auditd status*'],
    plain: ['systemctl_status_auditd*', 'auditd_info.txt'],
  }),
  needles: [
    'Error sending add rule',
    'There was an error in line',
    'augenrules --load',
    'audit system is in immutable mode',
    'dropping event',
    'dispatch err (pipe full)',
  ],
  start: () => ({ byText: new Map(), loadFailed: undefined, queueFull: undefined, queueFullCount: 0 }),
  line: readLine,
  finish: ({ byText, ...rest }) => ({ loadErrors: [...byText.values()], ...rest }),
});

// ExecStartPost=/sbin/augenrules --load (code=exited, status=1/FAILURE)
const STARTED = /augenrules --load \(code=(?<code>\w+), status=(?<status>\d+)/u;
// There was an error in line 9 of /etc/audit/audit.rules
const AT_LINE = /There was an error in line (?<line>\d{1,9}) of (?<file>\/\S{1,200})/u;
// Error sending add rule data request (Rule exists)
const REASON = /(?:Error sending add rule.{0,100}|The audit system is in immutable mode.{0,100})/u;
// queue is full - dropping event · queue to plugins is full - dropping event · dispatch err (pipe full) event lost
const DROPPED = /\bqueue\b.{0,30}\bfull\b.{0,10}dropping event|dispatch err \(pipe full\)/u;

function readLine(state: State, line: Line): void {
  const { text } = line;
  const started = STARTED.exec(text)?.groups;
  if (started) {
    state.loadFailed ??= { value: started['status'] !== '0' || started['code'] !== 'exited', at: line.at };
    return;
  }
  if (DROPPED.test(text)) {
    state.queueFull ??= { value: text.trim().slice(0, TEXT_LIMIT), at: line.at };
    state.queueFullCount++;
    return;
  }
  const error = errorOf(text);
  if (!error) return;
  const key = `${error.reason}\n${error.file}\n${error.line}`;
  if (!state.byText.has(key) && state.byText.size < KEPT) {
    state.byText.set(key, { value: error, at: line.at });
  }
}

function errorOf(text: string): RuleLoadError | undefined {
  const place = AT_LINE.exec(text)?.groups;
  if (place) return { reason: '', line: Number(place['line']), file: place['file'] ?? '' };
  const reason = REASON.exec(text)?.[0];
  return reason === undefined ? undefined : { reason: reason.trim() };
}
