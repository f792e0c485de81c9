import { describe, expect, it } from 'vitest';
import { fanotifyUsers, type FanotifyUsers } from './fanotify-users.ts';

function read(...texts: readonly string[]): FanotifyUsers {
  const { plan } = fanotifyUsers;
  if (plan.kind !== 'lines') throw new Error('no line fact');
  const state: unknown = plan.start();
  texts.forEach((text, index) => plan.line(state, { text, at: { entry: 'lsof.txt', line: index + 1 } }));
  return plan.finish(state);
}

const HEADER = 'COMMAND     PID  TID TASKCMD  USER   FD   TYPE     DEVICE SIZE/OFF  NODE NAME';

describe('process.fanotify-users', () => {
  it('keeps one row per process', () => {
    const value = read(
      HEADER,
      'wdavdaemo  1201               root   21r  a_inode    0,14        0  1057 [fanotify]',
      'wdavdaemo  1201 1310 sched    root   21r  a_inode    0,14        0  1057 [fanotify]',
      'falcon-se  1402               root    9u  a_inode    0,14        0  1057 [fanotify]',
    );
    expect(value.users).toEqual([
      { value: { command: 'wdavdaemo', pid: 1201 }, at: { entry: 'lsof.txt', line: 2 } },
      { value: { command: 'falcon-se', pid: 1402 }, at: { entry: 'lsof.txt', line: 4 } },
    ]);
  });

  it('keeps the headings', () => {
    expect(read(HEADER).header?.at).toEqual({ entry: 'lsof.txt', line: 1 });
    expect(read().header).toBeUndefined();
  });

  it('leaves out other files whose path speaks of fanotify', () => {
    const row = 'vim 77 root 3r REG 8,1 10 99 /src/fanotify.c';
    expect(read(HEADER, row).users).toEqual([]);
  });

  it('reads a command that holds a space', () => {
    expect(read('Web Content 88 root 3r a_inode 0,14 0 99 [fanotify]').users[0]?.value).toEqual({
      command: 'Web Content',
      pid: 88,
    });
  });
});
