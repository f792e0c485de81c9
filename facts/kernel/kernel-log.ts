import { lineFact, type Line } from '../../engine/api/index.ts';
import { kernelLogs } from '../log-places.ts';
import { LoggedMessages } from '../logged-messages.ts';
import { HungTasks } from './hung-tasks.ts';
import type {
  AuditBacklog,
  FanotifyTaint,
  KernelLog,
  KernelMessage,
  Lockup,
  ModuleTaint,
} from './kernel-log-value.ts';
import { kernelMessage } from './kernel-message.ts';
import { OomKills } from './oom-kills.ts';

export type * from './kernel-log-value.ts';

const repeated = {
  times: { type: 'number', describes: 'How often it came' },
  first: { type: 'string', describes: 'When it came first, as the log writes it' },
  last: { type: 'string', describes: 'When it came last' },
} as const;
const pid = { type: 'number', describes: 'Process id' } as const;
const processName = { type: 'string', describes: 'Name of the process' } as const;
const message = { type: 'string', describes: 'What the kernel said' } as const;
const hungTask = {
  task: { type: 'string', describes: 'Name of the task' },
  pid,
  seconds: { type: 'number', describes: 'How long it was blocked', unit: 's' },
  ...repeated,
} as const;

interface State {
  readonly hung: HungTasks;
  readonly oom: OomKills;
  readonly fanotifyTaint: LoggedMessages<FanotifyTaint>;
  readonly lockups: LoggedMessages<Lockup>;
  readonly moduleTaints: LoggedMessages<ModuleTaint>;
  readonly auditBacklog: LoggedMessages<AuditBacklog>;
  readonly bpfErrors: LoggedMessages<KernelMessage>;
}

/** What the kernel said of file events, hung tasks and processors, memory, modules, audit and eBPF. */
export const kernelLog = lineFact<State, KernelLog>({
  name: 'kernel.log',
  describes: 'Messages of the kernel on fanotify, hung tasks, memory, modules, audit and eBPF',
  collect: { title: 'dmesg', command: 'sudo dmesg -T > dmesg.txt' },
  fields: {
    fanotifyTaint: {
      type: 'rows',
      describes: 'Processes that asked for fanotify permission events',
      row: { process: processName, pid, ...repeated },
    },
    fanotifyHangs: {
      type: 'rows',
      describes: 'Tasks that waited for a fanotify listener for long',
      row: hungTask,
    },
    hungTasks: { type: 'rows', describes: 'Other tasks that did not run for long', row: hungTask },
    oomKills: {
      type: 'rows',
      describes: 'Processes that the kernel ended for lack of memory',
      row: {
        process: processName,
        pid,
        limited: { type: 'boolean', describes: 'Whether only a group of processes was at its limit' },
        group: { type: 'string', describes: 'That group' },
        ...repeated,
      },
    },
    lockups: {
      type: 'rows',
      describes: 'Processors that did not answer',
      row: {
        kind: { type: 'string', describes: 'Kind', oneOf: ['soft', 'hard', 'rcu'] },
        message,
        ...repeated,
      },
    },
    moduleTaints: {
      type: 'rows',
      describes: 'Modules that taint the kernel',
      row: {
        module: { type: 'string', describes: 'Name of the module' },
        reason: {
          type: 'string',
          describes: 'Why',
          oneOf: ['proprietary', 'out-of-tree', 'unsigned', 'forced'],
        },
        ...repeated,
      },
    },
    auditBacklog: {
      type: 'rows',
      describes: 'Messages on the backlog of audit',
      row: {
        message,
        limit: { type: 'number', describes: 'Records that may wait' },
        ...repeated,
      },
    },
    bpfErrors: {
      type: 'rows',
      describes: 'What the kernel refused of eBPF',
      row: { message, ...repeated },
    },
  },
  view: { kind: 'fields', title: 'Kernel messages' },
  from: kernelLogs,
  needles: [
    'Using fanotify permission checks',
    'for more than',
    'fanotify_handle_event',
    'fanotify_get_response',
    'Killed process',
    'out of memory: Kill process',
    'oom-kill:constraint',
    'killed as a result of limit',
    'soft lockup',
    'hard LOCKUP',
    'self-detected stall',
    'detected stall',
    'detected expedited stall',
    'taints kernel',
    'tainting kernel',
    'kernel tainted',
    'backlog limit exceeded',
    'audit_backlog=',
    'Lockdown: wdavdaemon',
    'Lockdown: mdatp',
    'BPF:',
  ],
  start: () => ({
    hung: new HungTasks(),
    oom: new OomKills(),
    fanotifyTaint: new LoggedMessages(),
    lockups: new LoggedMessages(),
    moduleTaints: new LoggedMessages(),
    auditBacklog: new LoggedMessages(),
    bpfErrors: new LoggedMessages(),
  }),
  line(state, line): void {
    const said = kernelMessage(line.text);
    if (state.hung.take(said, line) || state.oom.take(said, line)) return;
    takeMessage(state, said, line);
  },
  finish({ hung, oom, ...lists }): KernelLog {
    hung.settle();
    return {
      fanotifyTaint: lists.fanotifyTaint.rows(),
      fanotifyHangs: hung.inFanotify.rows(),
      hungTasks: hung.others.rows(),
      oomKills: oom.kills.rows(),
      lockups: lists.lockups.rows(),
      moduleTaints: lists.moduleTaints.rows(),
      auditBacklog: lists.auditBacklog.rows(),
      bpfErrors: lists.bpfErrors.rows(),
    };
  },
});

// wdavdaemon (1234): Using fanotify permission checks may lead to deadlock; tainting kernel
const TAINT = /^(?<process>.{1,64}?) \((?<pid>\d+)\): Using fanotify permission checks/u;
// watchdog: BUG: soft lockup - CPU#1 stuck for 22s! [kswapd0:41]
const SOFT = /^(?:NMI )?(?:watchdog: )?BUG: soft lockup - CPU#\d+ stuck/u;
// NMI watchdog: Watchdog detected hard LOCKUP on cpu 3 · watchdog: CPU3: Watchdog detected hard LOCKUP on cpu 3
const HARD = /^(?:NMI )?(?:watchdog: )?(?:CPU\d+: )?Watchdog detected hard LOCKUP on cpu/u;
// rcu: INFO: rcu_sched self-detected stall on CPU · INFO: rcu_sched detected stalls on CPUs/tasks:
const RCU = /^(?:rcu: )?INFO: rcu_\w{1,20} (?:self-)?detected (?:expedited )?stalls? on/u;
// tscan: loading out-of-tree module taints kernel. · zfs: module license 'CDDL' taints kernel.
// tscan: module verification failed: signature and/or required key missing - tainting kernel
// x: no version magic: kernel tainted.
const MODULE =
  /^(?<module>[\w-]{1,64}): (?:(?<unsigned>module verification failed)|(?<outOfTree>loading out-of-tree module taints kernel)|(?<proprietary>module license '.{0,40}' taints kernel)|(?<forced>no version.{0,80}: kernel tainted))/iu;
// audit: backlog limit exceeded · audit: audit_backlog=8193 > audit_backlog_limit=8192
const BACKLOG =
  /^(?:audit: )?(?:backlog limit exceeded|audit_backlog=\d+ > audit_backlog_limit=(?<limit>\d{1,15}))/u;
// Lockdown: wdavdaemon: use of bpf to read kernel RAM is restricted; see man kernel_lockdown.7
const LOCKDOWN =
  /^Lockdown: (?:wdavdaemon|mdatp)\S{0,20}: .{0,60}\b(?:bpf|kprobes?|tracefs|debugfs|perf)\b.{0,60}\brestricted/iu;
// BPF: Invalid name · BPF:[120] FUNC (anon) failed: …
const BPF = /^BPF: ?.{0,120}\b(?:invalid|failed)\b/iu;

/** Characters kept of a message. */
const MESSAGE_LIMIT = 200;

function takeMessage(lists: State, said: string, line: Line): void {
  const text = said.slice(0, MESSAGE_LIMIT);
  const taint = TAINT.exec(said)?.groups;
  if (taint) {
    const value = { process: taint['process'] ?? '', pid: Number(taint['pid']) };
    lists.fanotifyTaint.add(text, value, line);
    return;
  }
  const kind = lockupIn(said);
  if (kind) lists.lockups.add(text, { kind, message: text }, line);
  const moduleTaint = moduleTaintIn(said);
  if (moduleTaint) lists.moduleTaints.add(text, moduleTaint, line);
  const backlog = BACKLOG.exec(said);
  if (backlog) {
    const limit = backlog.groups?.['limit'];
    const value = { message: text, ...(limit === undefined ? {} : { limit: Number(limit) }) };
    lists.auditBacklog.add(text, value, line);
  }
  if (LOCKDOWN.test(said) || BPF.test(said)) lists.bpfErrors.add(text, { message: text }, line);
}

function lockupIn(said: string): Lockup['kind'] | undefined {
  if (SOFT.test(said)) return 'soft';
  if (HARD.test(said)) return 'hard';
  return RCU.test(said) ? 'rcu' : undefined;
}

function moduleTaintIn(said: string): ModuleTaint | undefined {
  const { module, ...why } = MODULE.exec(said)?.groups ?? {};
  if (module === undefined) return undefined;
  if (why['unsigned'] !== undefined) return { module, reason: 'unsigned' };
  if (why['outOfTree'] !== undefined) return { module, reason: 'out-of-tree' };
  return { module, reason: why['proprietary'] === undefined ? 'forced' : 'proprietary' };
}
