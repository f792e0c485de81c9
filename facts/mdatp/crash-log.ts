import { lineFact, type Line, type Located } from '../../engine/api/index.ts';
import { JOURNALS } from '../log-places.ts';

export interface CrashLine {
  readonly process: string;
  /** What ended it: `segfault`, `SEGV`, `ABRT`, … */
  readonly how: string;
}

export interface CrashLog {
  /** The first few lines; `count` counts all. */
  readonly crashes: readonly Located<CrashLine>[];
  readonly count: number;
}

/** Lines kept: a person reads no more, and a daemon in a loop writes thousands. */
const MOST_LINES = 20;

// kernel: wdavdaemon[4242]: segfault at 0 ip 00007f… · traps: wdavdaemon[4242] general protection fault ip:…
const KERNEL =
  /(?:^|[\s:])(?<process>wdavdaemon\w{0,20}|mdatp_audis\w{0,12}|telemetryd_v2)\[\d{1,10}\]:? (?<how>segfault|general protection)/u;
// systemd[1]: mdatp.service: Main process exited, code=dumped, status=11/SEGV
const SYSTEMD =
  /\bmdatp\.service: (?:Main|Control) process exited, code=(?:dumped|killed), status=\d{1,3}\/(?<how>SEGV|ABRT|BUS|ILL|FPE|TRAP)/u;
// systemd-coredump[9]: Process 4242 (wdavdaemon) of user 0 dumped core.
const COREDUMP =
  /\bProcess \d{1,10} \((?<process>wdavdaemon\w{0,20}|mdatp_audis\w{0,12})\) of user \d{1,10} dumped core/u;

interface State {
  readonly crashes: Located<CrashLine>[];
  count: number;
}

/** What the logs of the system say of processes of the agent that crashed. */
export const crashLog = lineFact<State, CrashLog>({
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
      },
    },
  },
  view: { kind: 'table', title: 'Crashes in the logs', rows: 'crashes' },
  from: {
    'client-analyzer': [
      'dmesg.txt',
      'syslogs.zip!/**',
      'syslog.zip!/**',
      'messagess.zip!/**',
      'messages.zip!/**',
      'kernel_logs.zip!/**',
    ],
    sosreport: [
      'sos_commands/kernel/dmesg',
      'var/log/messages*',
      'var/log/syslog*',
      'var/log/kern.log*',
      ...JOURNALS,
      'sos_commands/logs/journalctl_--no-pager*',
    ],
    supportconfig: ['boot.txt!#*dmesg*', 'messages.txt!#*'],
    plain: [
      'dmesg*',
      'messages*',
      'syslog*',
      'kern.log*',
      '*.journal',
      'var/log/messages*',
      'var/log/syslog*',
      ...JOURNALS,
    ],
  },
  needles: ['segfault at', 'general protection', 'code=dumped', 'mdatp.service: main process', 'dumped core'],
  start: () => ({ crashes: [], count: 0 }),
  line(state, line): void {
    const found = crashIn(line);
    if (!found) return;
    state.count++;
    if (state.crashes.length < MOST_LINES) state.crashes.push({ value: found, at: line.at });
  },
  finish: ({ crashes, count }) => ({ crashes, count }),
});

function crashIn({ text }: Line): CrashLine | undefined {
  const { process = 'mdatp.service', how = 'core dumped' } = KERNEL.exec(text)?.groups ??
    SYSTEMD.exec(text)?.groups ??
    COREDUMP.exec(text)?.groups ?? { how: '' };
  return how === '' ? undefined : { process, how };
}
