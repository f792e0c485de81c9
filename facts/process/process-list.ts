import {
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface ProcessRow {
  readonly pid?: number;
  readonly user?: string;
  readonly cpuPercent?: number;
  /** Processor time that it has used. */
  readonly cpuSeconds?: number;
  /** The command line as ps shows it. */
  readonly command: string;
  /** Base name of the executable; a kernel thread keeps its brackets. */
  readonly name: string;
}

export interface ProcessList {
  readonly processes: readonly Located<ProcessRow>[];
  /** The line that names the columns: proof that processes were listed. */
  readonly header: Located<string>;
}

/**
 * The processes of the host, one row per process, columns found by their headings:
 *
 *   USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND
 *   root         1  0.0  0.0  21452  1536 ?        Ss   Mar09   0:01 /sbin/init
 */
export const processList = textFact<ProcessList>({
  name: 'process.list',
  describes: 'Processes that ran on the host when the bundle was collected',
  collect: { title: 'ps', command: 'ps auxww > ps.txt' },
  fields: {
    processes: {
      type: 'rows',
      describes: 'Processes, in the order of the listing',
      row: {
        pid: { type: 'number', describes: 'Process id' },
        user: { type: 'string', describes: 'User that the process runs as' },
        cpuPercent: {
          type: 'number',
          describes: 'Share of one processor over the life of the process',
          unit: '%',
        },
        cpuSeconds: { type: 'number', describes: 'Processor time used', unit: 's' },
        command: { type: 'string', describes: 'Command line' },
        name: { type: 'string', describes: 'Base name of the executable' },
      },
    },
    header: { type: 'string', describes: 'Headings of the listing' },
  },
  view: {
    kind: 'table',
    title: 'Processes',
    rows: 'processes',
    columns: ['pid', 'user', 'cpuPercent', 'name', 'command'],
  },
  // Hosts with many containers list tens of thousands of processes with long command lines.
  maxBytes: 16 * 1024 * 1024,
  from: {
    'client-analyzer': ['process_information.txt', 'processes_information.txt'],
    sosreport: [
      'sos_commands/process/ps_auxwww*',
      'ps',
      'sos_commands/process/ps_aux*',
      'sos_commands/process/ps_-ef*',
      'sos_commands/process/ps_alx*',
      'sos_commands/process/ps_*',
    ],
    supportconfig: ['basic-health-check.txt!#*/ps *', 'basic-health-check.txt!#ps *'],
    plain: [
      'ps',
      'ps.txt',
      'ps_aux*',
      'ps-aux*',
      'ps_-ef*',
      'process_information.txt',
      'processes_information.txt',
      'sos_commands/process/ps_*',
    ],
  },
  looksLike: (head) => head.split('\n', 3).some((line) => isHeader(line.trim().split(/\s+/u))),
  parse,
});

function parse(entry: TextEntry, note: Note): ProcessList {
  refuseFailedCommand(entry);
  const lines = entry.lines();
  const at = lines.findIndex((line) => isHeader(words(line.text)));
  const header = lines[at];
  if (!header) throw new UnreadableError(`${entry.path} has no line with the headings of ps`);
  const columns = words(header.text);
  const rows = new Map<string, Located<ProcessRow>>();
  let odd: Line | undefined;
  for (const line of lines.slice(at + 1)) {
    if (line.text.trim() === '') continue;
    const cells = cellsOf(line.text, columns);
    if (!cells) odd ??= line;
    else if (isProcess(cells) && !rows.has(keyOf(cells, line))) {
      rows.set(keyOf(cells, line), { value: rowOf(cells), at: line.at });
    }
  }
  if (odd) {
    note({ code: 'malformed-line', detail: `no process: ${odd.text.trim().slice(0, 100)}`, at: odd.at });
  }
  return { processes: [...rows.values()], header: { value: header.text.trim(), at: header.at } };
}

/** `top` has TIME+ and `lsns` no time at all, so neither passes. */
function isHeader(headings: readonly string[]): boolean {
  const last = headings.at(-1);
  return (last === 'COMMAND' || last === 'CMD') && headings.includes('PID') && headings.includes('TIME');
}

/** The cells by heading; the last heading takes the rest of the line. Undefined where the row is too short. */
function cellsOf(text: string, columns: readonly string[]): ReadonlyMap<string, string> | undefined {
  const cells = new Map<string, string>();
  let rest = text.trim();
  for (const column of columns.slice(0, -1)) {
    const length = cellLength(column, rest);
    cells.set(column, rest.slice(0, length));
    rest = rest.slice(length).trimStart();
    if (rest === '') return undefined;
  }
  return cells.set('COMMAND', rest);
}

// Nov 23 · Mon Nov 23 10:00:00 2026: starting times of several words
const START_WORDS =
  /^(?:[A-Z][a-z]{2} +[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d \d{4}|[A-Z][a-z]{2} +\d{1,2})(?= )/u;

function cellLength(column: string, rest: string): number {
  const words = column === 'STARTED' ? START_WORDS.exec(rest) : null;
  if (words) return words[0].length;
  const end = rest.search(/\s/u);
  return end < 0 ? rest.length : end;
}

/** `ps m` and `ps -L` list threads too: a thread has `-` for its process, or repeats a process id. */
function isProcess(cells: ReadonlyMap<string, string>): boolean {
  return cells.get('PID') !== '-' && cells.get('COMMAND') !== '-';
}

function keyOf(cells: ReadonlyMap<string, string>, line: Line): string {
  return cells.get('PID') ?? `line ${line.at.line}`;
}

function rowOf(cells: ReadonlyMap<string, string>): ProcessRow {
  const command = (cells.get('COMMAND') ?? '').replace(TREE, '');
  const pid = numberOf(cells.get('PID'));
  const cpuPercent = numberOf(cells.get('%CPU'));
  const cpuSeconds = secondsOf(cells.get('TIME'));
  const user = cells.get('USER') ?? cells.get('UID') ?? cells.get('EUSER') ?? cells.get('RUSER');
  return {
    ...(pid === undefined ? {} : { pid }),
    ...(user === undefined ? {} : { user }),
    ...(cpuPercent === undefined ? {} : { cpuPercent }),
    ...(cpuSeconds === undefined ? {} : { cpuSeconds }),
    command,
    name: executableName(command, cells.get('VSZ') === '0'),
  };
}

// " |   \_ sshd: admin": the branches of a process tree
const TREE = /^[ |]*\\_ /u;

function executableName(command: string, isKernelThread: boolean): string {
  if (command.startsWith('[')) {
    const end = command.lastIndexOf(']');
    return end < 0 ? command : command.slice(0, end + 1);
  }
  const [first = command] = command.split(/\s/u, 1);
  // Listings of bare names show "kworker/0:1" without brackets; a kernel thread has no memory of its own.
  if (isKernelThread) return first;
  const bare = first.replace(/:$/u, '');
  const base = bare.slice(bare.lastIndexOf('/') + 1).replace(/^-/u, '');
  return base === '' ? first : base;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
}

// 131:22 in minutes · 02:11:09 · 15-02:11:09 with days
const TIME = /^(?:(?:(?<days>\d{1,5})-)?(?<hours>\d{1,4}):)?(?<minutes>\d{1,7}):(?<seconds>\d\d)$/u;

function secondsOf(text: string | undefined): number | undefined {
  const { days = '0', hours = '0', minutes, seconds } = TIME.exec(text ?? '')?.groups ?? {};
  if (minutes === undefined) return undefined;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}
