import { lineFact, type Located } from '../../engine/api/index.ts';
import { openFileLists } from './open-file-lists.ts';

export interface FanotifyUser {
  readonly command: string;
  readonly pid: number;
}

export interface FanotifyUsers {
  /** One row per process, at its first line. */
  readonly users: readonly Located<FanotifyUser>[];
  /** The headings of lsof: proof that open files were listed at all. */
  readonly header: Located<string> | undefined;
}

interface State {
  readonly users: Map<number, Located<FanotifyUser>>;
  header: Located<string> | undefined;
}

// wdavdaemon 1201 1310 wdavdaemo root  21r  a_inode  0,14  0  1057 [fanotify]
const ROW = /^(?<command>\S[^\n]{0,64}?)\s{1,64}(?<pid>\d+)\s/u;

/**
 * Processes that hold a fanotify group, from the list of open files:
 *
 *   COMMAND     PID  TID TASKCMD  USER   FD   TYPE     DEVICE SIZE/OFF  NODE NAME
 *   wdavdaemon 1201               root   21r  a_inode    0,14        0  1057 [fanotify]
 */
export const fanotifyUsers = lineFact<State, FanotifyUsers>({
  name: 'process.fanotify-users',
  describes: 'Processes that watch files by fanotify',
  collect: { title: 'lsof', command: 'sudo lsof > lsof.txt' },
  fields: {
    users: {
      type: 'rows',
      describes: 'Processes with an open fanotify group',
      row: {
        command: { type: 'string', describes: 'Name of the process, as lsof cuts it' },
        pid: { type: 'number', describes: 'Process id' },
      },
    },
    header: { type: 'string', describes: 'Headings of the list of open files' },
  },
  view: { kind: 'table', title: 'Fanotify users', rows: 'users' },
  from: openFileLists,
  needles: ['fanotify', 'COMMAND'],
  start: () => ({ users: new Map(), header: undefined }),
  line(state, line) {
    const text = line.text.trimEnd();
    if (!state.header && /^COMMAND\s+PID\b/u.test(text)) {
      state.header = { value: text, at: line.at };
      return;
    }
    if (!text.endsWith('[fanotify]')) return;
    const row = ROW.exec(text)?.groups;
    if (!row) return;
    const pid = Number(row['pid']);
    if (!state.users.has(pid))
      state.users.set(pid, { value: { command: row['command'] ?? '', pid }, at: line.at });
  },
  finish: (state) => ({ users: [...state.users.values()], header: state.header }),
});
