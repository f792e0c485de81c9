import { describe, expect, it } from 'vitest';
import { readLines } from '../../test/harness/read-lines.ts';
import { kernelLog, type KernelLog } from './kernel-log.ts';

function read(text: string): KernelLog {
  return readLines(kernelLog, { log: text });
}

const HUNG = '[  370.11] INFO: task python:2651 blocked for more than 120 seconds.\n';
const FRAME = '[  370.46]  [<ffffffff90096f55>] fanotify_handle_event+0x265/0x3a0\n';

describe('kernel.log', () => {
  it('finds who asked for fanotify permission events', () => {
    const { fanotifyTaint } = read(
      'Nov 23 10:00:00 db-01 kernel: wdavdaemon (1234): Using fanotify permission checks may lead to deadlock; tainting kernel\n',
    );
    expect(fanotifyTaint).toMatchObject([
      {
        value: { process: 'wdavdaemon', pid: 1234, times: 1, first: 'Nov 23 10:00:00' },
        at: { entry: 'log', line: 1 },
      },
    ]);
  });

  it('finds hung tasks', () => {
    expect(read(HUNG).hungTasks).toMatchObject([
      {
        value: { task: 'python', pid: 2651, seconds: 120, times: 1, first: '370 s after boot' },
        at: { entry: 'log', line: 1 },
      },
    ]);
  });

  it('knows a task whose name holds colons', () => {
    expect(
      read('INFO: task kworker/0:1:77 blocked for more than 122 seconds.\n').hungTasks.map(({ value }) => [
        value.task,
        value.pid,
      ]),
    ).toEqual([['kworker/0:1', 77]]);
  });

  it('sees by the stack that a task waits for fanotify', () => {
    const other = HUNG.replace('python:2651', 'cron:9');
    const { fanotifyHangs, hungTasks } = read(`${HUNG}Call Trace:\n${FRAME}${other}`);
    expect(fanotifyHangs.map(({ value, at }) => [value.task, at.line])).toEqual([['python', 1]]);
    expect(hungTasks.map(({ value, at }) => [value.task, at.line])).toEqual([['cron', 4]]);
  });

  it('does not join a stack that is far away, or a frame that the kernel is not sure of', () => {
    expect(read(`${HUNG}${'x\n'.repeat(40)}${FRAME}`).fanotifyHangs).toEqual([]);
    expect(read(`${HUNG}${FRAME.replace('fanotify', '? fanotify')}`).fanotifyHangs).toEqual([]);
  });

  it('does not join a stack of another file', () => {
    const { fanotifyHangs, hungTasks } = readLines(kernelLog, { a: HUNG, b: `x\n${FRAME}` });
    expect([fanotifyHangs.length, hungTasks.length]).toEqual([0, 1]);
  });

  it('counts a process that was killed once, in the newer and the older form', () => {
    const { oomKills } = read(
      'Out of memory: Killed process 42 (java) total-vm:8kB\nOut of memory: Kill process 43 (cc1) score 9 or sacrifice child\nKilled process 43, UID 0, (cc1) total-vm:8kB\n',
    );
    expect(oomKills.map(({ value }) => [value.process, value.pid, value.limited])).toEqual([
      ['java', 42, false],
      ['cc1', 43, false],
    ]);
  });

  it('tells a host without memory from a group at its limit', () => {
    const { oomKills } = read(
      [
        'oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=a,mems_allowed=0,oom_memcg=/system.slice/mdatp.service,task_memcg=/system.slice/mdatp.service,task=wdavdaemon,pid=7,uid=0',
        'Memory cgroup out of memory: Killed process 7 (wdavdaemon) total-vm:8kB',
        'Task in /docker/91d0 killed as a result of limit of /docker/91d0',
        'Memory cgroup out of memory: Kill process 8 (java) score 1000 or sacrifice child',
        'Killed process 8 (java) total-vm:8kB',
        'oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/system.slice/cron.service,task=cc1,pid=9,uid=0',
        'Out of memory: Killed process 9 (cc1) total-vm:8kB',
        '',
      ].join('\n'),
    );
    expect(oomKills.map(({ value }) => [value.process, value.limited, value.group])).toEqual([
      ['wdavdaemon', true, '/system.slice/mdatp.service'],
      ['java', true, '/docker/91d0'],
      ['cc1', false, undefined],
    ]);
  });

  it('finds that audit could not keep up, and not a change of its limit', () => {
    const { auditBacklog } = read(
      'audit: audit_backlog=65 > audit_backlog_limit=64\naudit: type=1305 audit(1.1:2): audit_backlog=64 old=64\n[ 1.0] audit: backlog limit exceeded\n',
    );
    expect(auditBacklog.map(({ value }) => [value.message, value.limit])).toEqual([
      ['audit: audit_backlog=65 > audit_backlog_limit=64', 64],
      ['audit: backlog limit exceeded', undefined],
    ]);
  });

  it.each([
    ['watchdog: BUG: soft lockup - CPU#1 stuck for 22s! [kswapd0:41]', 'soft'],
    ['BUG: soft lockup - CPU#1 stuck for 67s! [java:4]', 'soft'],
    ['NMI watchdog: Watchdog detected hard LOCKUP on cpu 3', 'hard'],
    ['rcu: INFO: rcu_sched self-detected stall on CPU', 'rcu'],
    ['INFO: rcu_sched detected stalls on CPUs/tasks: { 1} (detected by 0, t=60002 jiffies)', 'rcu'],
  ])('finds a processor that does not answer: %s', (message, kind) => {
    expect(read(`[ 9.1] ${message}\n`).lockups.map(({ value }) => value.kind)).toEqual([kind]);
  });

  it.each([
    ['tscan: loading out-of-tree module taints kernel.', 'tscan', 'out-of-tree'],
    [
      'tscan: module verification failed: signature and/or required key missing - tainting kernel',
      'tscan',
      'unsigned',
    ],
    ["zfs: module license 'CDDL' taints kernel.", 'zfs', 'proprietary'],
    ['old_drv: no version magic: kernel tainted.', 'old_drv', 'forced'],
  ])('finds the module that taints: %s', (message, module, reason) => {
    expect(read(`[ 9.1] ${message}\n`).moduleTaints.map(({ value }) => [value.module, value.reason])).toEqual(
      [[module, reason]],
    );
  });

  it('finds what of eBPF is refused to the agent, and not what is refused to others', () => {
    const restricted = 'use of bpf to read kernel RAM is restricted; see man kernel_lockdown.7';
    const { bpfErrors } = read(
      `Lockdown: wdavdaemon: ${restricted}\nLockdown: systemd: ${restricted}\nBPF: Invalid name\n`,
    );
    expect(bpfErrors.map(({ at }) => at.line)).toEqual([1, 3]);
  });

  it('does not believe other programs that repeat the words', () => {
    const { oomKills, lockups } = read(
      'Nov 23 10:00:00 db-01 web[7]: Killed process 42 (java) as asked\nNov 23 10:00:00 db-01 web[7]: BUG: soft lockup - CPU#1 stuck for 22s!\n',
    );
    expect([oomKills, lockups]).toEqual([[], []]);
  });

  it('counts a message that floods the log in one row', () => {
    const { auditBacklog } = read('audit: backlog limit exceeded\n'.repeat(10_000));
    expect(auditBacklog.map(({ value, at }) => [value.times, at.line, value.lastAt.line])).toEqual([
      [10_000, 1, 10_000],
    ]);
  });
});
