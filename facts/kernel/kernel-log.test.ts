import { describe, expect, it } from 'vitest';
import { fileOf } from '../../test/harness/parse-fact.ts';
import { kernelLog, type KernelLog } from './kernel-log.ts';

function read(...texts: readonly string[]): KernelLog {
  const { plan } = kernelLog;
  if (plan.kind !== 'lines') throw new Error('no line fact');
  const needles = plan.needles.map((needle) => needle.toLowerCase());
  const state: unknown = plan.start();
  texts.forEach((text, index) => {
    for (const line of fileOf(`log-${index + 1}`, text).lines()) {
      const lower = line.text.toLowerCase();
      if (needles.some((needle) => lower.includes(needle))) plan.line(state, line);
    }
  });
  return plan.finish(state);
}

const HUNG = '[  370.11] INFO: task python:2651 blocked for more than 120 seconds.\n';
const FRAME = '[  370.46]  [<ffffffff90096f55>] fanotify_handle_event+0x265/0x3a0\n';

describe('kernel.log', () => {
  it('finds who asked for fanotify permission events', () => {
    const { fanotifyTaint } = read(
      'Nov 23 10:00:00 db-01 kernel: wdavdaemon (1234): Using fanotify permission checks may lead to deadlock; tainting kernel\n',
    );
    expect(fanotifyTaint).toEqual([
      { value: { process: 'wdavdaemon', pid: 1234 }, at: { entry: 'log-1', line: 1 } },
    ]);
  });

  it('finds hung tasks', () => {
    expect(read(HUNG).hungTasks).toEqual([
      {
        value: { task: 'python', pid: 2651, seconds: 120, inFanotify: false },
        at: { entry: 'log-1', line: 1 },
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
    const { hungTasks, counts } = read(`${HUNG}Call Trace:\n${FRAME}${HUNG}`);
    expect(hungTasks.map(({ value, at }) => [at.line, value.inFanotify])).toEqual([
      [1, true],
      [4, false],
    ]);
    expect(counts.hungTasksInFanotify).toBe(1);
  });

  it('does not join a stack that is far away', () => {
    expect(read(`${HUNG}${'x\n'.repeat(40)}${FRAME}`).counts.hungTasksInFanotify).toBe(0);
  });

  it('does not join a stack of another file', () => {
    expect(read(HUNG, `x\n${FRAME}`).counts.hungTasksInFanotify).toBe(0);
  });

  it('counts a process that was killed once, in the newer and the older form', () => {
    const { oomKills } = read(
      'Out of memory: Killed process 42 (java) total-vm:8kB\nOut of memory: Kill process 43 (cc1) score 9 or sacrifice child\nKilled process 43, UID 0, (cc1) total-vm:8kB\n',
    );
    expect(oomKills.map(({ value }) => [value.process, value.pid])).toEqual([
      ['java', 42],
      ['cc1', 43],
    ]);
  });

  it('finds that audit could not keep up, and not a change of its limit', () => {
    const { auditBacklog } = read(
      'audit: audit_backlog=65 > audit_backlog_limit=64\naudit: type=1305 audit(1.1:2): audit_backlog=64 old=64\n[ 1.0] audit: backlog limit exceeded\n',
    );
    expect(auditBacklog.map(({ value }) => value)).toEqual([
      'audit: audit_backlog=65 > audit_backlog_limit=64',
      'audit: backlog limit exceeded',
    ]);
  });

  it('does not believe other programs that repeat the words', () => {
    const { oomKills } = read('Nov 23 10:00:00 db-01 web[7]: Killed process 42 (java) as asked\n');
    expect(oomKills).toEqual([]);
  });

  it('keeps 200 messages and counts them all', () => {
    const { auditBacklog, counts } = read('audit: backlog limit exceeded\n'.repeat(201));
    expect([auditBacklog.length, counts.auditBacklog]).toEqual([200, 201]);
  });

  it('keeps a task in fanotify behind a long list of others', () => {
    const { hungTasks } = read(`${HUNG.repeat(300)}${FRAME}`);
    expect([hungTasks.length, hungTasks.at(-1)?.value.inFanotify]).toEqual([200, true]);
  });
});
