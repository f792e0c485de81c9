import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface ServiceStatus {
  /** `loaded`, `masked`, `not-found` … */
  readonly loaded: Located<string> | undefined;
  /** Whether it starts with the host: `enabled`, `disabled` … */
  readonly enabled: Located<string> | undefined;
  /** `active`, `inactive`, `failed` … */
  readonly active: Located<string> | undefined;
  /** The state as printed: `active (running)`, `activating (auto-restart)`, `failed`. */
  readonly state: Located<string> | undefined;
  /** Why it ended, where it did: `exit-code`, `signal`, `timeout` … */
  readonly result: Located<string> | undefined;
  readonly running: Located<boolean> | undefined;
  readonly mainPid: Located<number> | undefined;
}

/**
 * State of the service mdatp:
 *
 *   ● mdatp.service - Microsoft Defender for Endpoint
 *      Loaded: loaded (/usr/lib/systemd/system/mdatp.service; enabled; vendor preset: enabled)
 *      Active: active (running) since Sat 2026-03-14 12:00:00 UTC; 23h ago
 *    Main PID: 1966 (wdavdaemon)
 *
 *      Active: activating (auto-restart) (Result: exit-code) since Sat 2026-03-14 12:00:00 UTC; 2s ago
 */
export const serviceStatus = textFact<ServiceStatus>({
  name: 'mdatp.service-status',
  describes: 'State of the service mdatp',
  collect: { title: 'systemctl status mdatp', command: 'sudo systemctl status mdatp > service_status.txt' },
  fields: {
    loaded: { type: 'string', describes: 'Whether the unit was read' },
    enabled: { type: 'string', describes: 'Whether it starts with the host' },
    active: { type: 'string', describes: 'State in general' },
    state: { type: 'string', describes: 'State as it is printed' },
    result: { type: 'string', describes: 'Why it ended' },
    running: { type: 'boolean', describes: 'Whether it runs' },
    mainPid: { type: 'number', describes: 'Process of the service' },
  },
  view: { kind: 'fields', title: 'Service mdatp' },
  from: {
    'client-analyzer': 'service_status.txt',
    sosreport: 'sos_commands/systemd/systemctl_status_--all',
    supportconfig: ['systemd.txt!#*status*mdatp*', 'systemd.txt!#*systemctl*status*'],
    plain: ['service_status.txt', 'systemctl_status_mdatp*', 'systemctl-status-mdatp*', 'mdatp_service*'],
  },
  looksLike: (head) => /^\W*mdatp\.service - /u.test(head) || /^mdatp (?:start|stop)\/[a-z]+/u.test(head),
  maxBytes: 16 * 1024 * 1024,
  parse,
});

function parse(entry: TextEntry): ServiceStatus {
  refuseFailedCommand(entry);
  const lines = blockOf(entry);
  const loaded = word(lines, /^\s*Loaded: (?<word>[a-z-]+)/u);
  const active = word(lines, /^\s*Active: (?<word>[a-z-]+)/u);
  if (!loaded && !active) return withoutSystemd(entry);
  const activeLine = active && lines.find(({ at }) => at.line === active.at.line);
  const pid = word(lines, /^\s*(?:Main|Process) PID: (?<word>\d+)/iu);
  return {
    loaded,
    enabled: word(lines, /^\s*Loaded: [a-z-]+ \([^;]*; (?<word>[a-z-]+)/u),
    active,
    state: active && {
      value: STATE.exec(activeLine?.text ?? '')?.groups?.['state'] ?? active.value,
      at: active.at,
    },
    result: word(lines, /^\s*Active: .{0,80}\(Result: (?<word>[a-z-]+)/u),
    running: active && { value: RUNS.test(activeLine?.text ?? ''), at: active.at },
    mainPid: pid && { value: Number(pid.value), at: pid.at },
  };
}

// Active: activating (auto-restart) (Result: exit-code) since Sat 2026-03-14 12:00:00 UTC
const STATE = /^\s*Active: (?<state>[a-z-]+(?: \([a-z-]+\))?)/u;
// A reload leaves the daemon running.
const RUNS = /: (?:active|reloading) \((?:running|reload[a-z-]*)\)/u;

// ● mdatp.service - Microsoft Defender for Endpoint
const HEADER = /^[^\w@]{0,4}[\w@\\:.-]+\.[a-z]+ - /u;

/** The lines of mdatp where several units are in one file. */
function blockOf(entry: TextEntry): readonly Line[] {
  const lines = entry.lines();
  const start = lines.findIndex(({ text }) => /^\W*mdatp\.service\b/u.test(text));
  if (start >= 0) {
    const end = lines.findIndex(({ text }, index) => index > start && HEADER.test(text));
    return lines.slice(start, end < 0 ? undefined : end);
  }
  if (lines.filter(({ text }) => HEADER.test(text)).length > 0)
    throw new NotCollectedError(`${entry.path} holds other units only`);
  return lines;
}

function word(lines: readonly Line[], pattern: RegExp): Located<string> | undefined {
  for (const { text, at } of lines) {
    const value = pattern.exec(text)?.groups?.['word'];
    if (value !== undefined) return { value, at };
  }
  return undefined;
}

const NOTHING = {
  loaded: undefined,
  enabled: undefined,
  active: undefined,
  state: undefined,
  result: undefined,
  running: undefined,
  mainPid: undefined,
};

// mdatp start/running, process 123 · mdatp (pid 123) is running... · mdatp stop/waiting · mdatp is stopped
const RUNNING = /^\s*mdatp\b.*(?:start\/running|is running)/u;
const STOPPED = /^\s*mdatp\b.*(?:stop\/waiting|is stopped|is not running)/u;
// Unit mdatp.service could not be found. · mdatp: unrecognized service
const UNKNOWN =
  /mdatp.{0,100}(?:could not be found|unrecognized service|not-found|unknown job)|unknown job: mdatp/iu;

function withoutSystemd(entry: TextEntry): ServiceStatus {
  for (const { text, at } of entry.lines()) {
    const running = RUNNING.test(text);
    if (UNKNOWN.test(text))
      return { ...NOTHING, loaded: { value: 'not-found', at }, running: { value: false, at } };
    if (!running && !STOPPED.test(text)) continue;
    const pid = /\b(?:process|pid)\s+(\d+)/u.exec(text)?.[1];
    return {
      ...NOTHING,
      active: { value: running ? 'active' : 'inactive', at },
      state: { value: running ? 'active (running)' : 'stopped', at },
      running: { value: running, at },
      mainPid: pid === undefined ? undefined : { value: Number(pid), at },
    };
  }
  throw new UnreadableError(`${entry.path} tells no state of mdatp`);
}
