import { lineFact, type Located } from '../../engine/api/index.ts';
import { kernelLogs } from '../log-places.ts';
import { LoggedMessages, type Repeated } from '../logged-messages.ts';

export interface CrashLine {
  readonly process: string;
  /** What ended it: `segfault`, `SEGV`, `ABRT`, … */
  readonly how: string;
  /** Who says so. A crash is told by the kernel, by systemd and by the collector of dumps. */
  readonly by: 'kernel' | 'systemd' | 'coredump';
}

export interface CrashLog {
  /** One row for each different message. */
  readonly crashes: readonly Located<CrashLine & Repeated>[];
  /** As many as the one of the three tells that tells of most. */
  readonly count: number;
}

// wdavdaemon[4242]: segfault at 0 ip 00007f… · traps: wdavdaemon[4242] general protection fault ip:… · trap invalid opcode
const KERNEL =
  /(?:^|[\s:])(?<process>wdavdaemon\w{0,20}|mdatp_audis\w{0,12}|telemetryd_v2)\[\d{1,10}\]:? (?<how>segfault|general protection|trap [a-z][a-z0-9 ]{1,24}(?= ip:))/u;
// systemd[1]: mdatp.service: Main process exited, code=dumped, status=11/SEGV
const SYSTEMD =
  /\bmdatp\.service: (?:Main|Control) process exited, code=(?:dumped|killed), status=\d{1,3}\/(?<how>SEGV|ABRT|BUS|ILL|FPE|TRAP)/u;
// systemd-coredump[9]: Process 4242 (wdavdaemon) of user 0 dumped core.
const COREDUMP =
  /\bProcess \d{1,10} \((?<process>wdavdaemon\w{0,20}|mdatp_audis\w{0,12})\) of user \d{1,10} dumped core/u;

/** What the logs of the system say of processes of the agent that crashed. */
export const crashLog = lineFact<LoggedMessages<CrashLine>, CrashLog>({
  name: 'mdatp.crash-log',
  describes: 'Crashes of the agent in the logs of the system',
  collect: {
    title: 'journal of mdatp',
    command: "sudo journalctl --no-pager -o short-iso | grep -E 'mdatp|wdavdaemon' > messages",
  },
  fields: {
    crashes: {
      type: 'rows',
      describes: 'Crashes',
      row: {
        process: { type: 'string', describes: 'Process' },
        how: { type: 'string', describes: 'How it ended' },
        times: { type: 'number', describes: 'How often' },
        first: { type: 'string', describes: 'When first, as the log writes it' },
        last: { type: 'string', describes: 'When last' },
      },
    },
  },
  view: { kind: 'table', title: 'Crashes in the logs', rows: 'crashes' },
  from: kernelLogs,
  needles: [
    'segfault at',
    'general protection',
    'traps: wdavdaemon',
    'code=dumped',
    'mdatp.service: main process',
    'dumped core',
  ],
  start: () => new LoggedMessages(),
  line(crashes, line): void {
    const found = crashIn(line.text);
    if (found) crashes.add(found.text, found.crash, line);
  },
  finish(found) {
    const crashes = found.rows();
    const told = [...Map.groupBy(crashes, ({ value }) => value.by).values()];
    return { crashes, count: Math.max(0, ...told.map(sumOfTimes)) };
  },
});

function sumOfTimes(rows: CrashLog['crashes']): number {
  return rows.reduce((sum, { value }) => sum + value.times, 0);
}

const PATTERNS = [
  ['kernel', KERNEL],
  ['systemd', SYSTEMD],
  ['coredump', COREDUMP],
] as const;

function crashIn(line: string): { readonly text: string; readonly crash: CrashLine } | undefined {
  for (const [by, pattern] of PATTERNS) {
    const found = pattern.exec(line);
    if (!found) continue;
    const { process = 'mdatp.service', how = 'core dumped' } = found.groups ?? {};
    return { text: found[0].trim(), crash: { process, how, by } };
  }
  return undefined;
}
