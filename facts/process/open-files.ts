import { lineFact, type Located, type Location } from '../../engine/api/index.ts';
import { openFileLists } from './open-file-lists.ts';

/** How many files a process of the agent holds open. */
export interface OpenFiles {
  readonly pid: number;
  readonly files: number;
}

export interface AgentOpenFiles {
  /** Each at its first row; only processes with a file by number, which a list without root does not show. */
  readonly processes: readonly Located<OpenFiles>[];
}

type State = Map<number, { readonly at: Location; readonly handles: Set<number> }>;

// wdavdaemo  1183   1240 fanotify_   root   18r  a_inode   0,14   0   1057 [fanotify]
const ROW =
  /^(?<command>wdavdaemo\S{0,6})\s{1,64}(?<pid>\d{1,10})\s[^\n]{0,120}?\s(?<handle>\d{1,8})[rwu][A-Za-z]?\s/u;

/**
 * Files that the agent's daemons hold open, counted in the output of lsof. With threads listed each handle stands
 * there once for every thread; it is one all the same:
 *
 *   COMMAND     PID    TID TASKCMD   USER   FD      TYPE   DEVICE  SIZE/OFF       NODE NAME
 *   wdavdaemo  1183                  root   18r  a_inode     0,14         0       1057 [fanotify]
 */
export const agentOpenFiles = lineFact<State, AgentOpenFiles>({
  name: 'process.agent-open-files',
  describes: 'Files that the daemons of the agent hold open',
  collect: { title: 'lsof', command: 'sudo lsof > lsof.txt' },
  fields: {
    processes: {
      type: 'rows',
      describes: 'Processes of the agent',
      row: {
        pid: { type: 'number', describes: 'Process id' },
        files: { type: 'number', describes: 'Open files' },
      },
    },
  },
  view: { kind: 'table', title: 'Open files of the agent', rows: 'processes' },
  from: openFileLists,
  needles: ['wdavdaemo'],
  start: () => new Map(),
  line(state, line) {
    const row = ROW.exec(line.text)?.groups;
    if (!row) return;
    const pid = Number(row['pid']);
    const known = state.get(pid);
    if (known) known.handles.add(Number(row['handle']));
    else state.set(pid, { at: line.at, handles: new Set([Number(row['handle'])]) });
  },
  finish: (state) => ({
    processes: [...state].map(([pid, { at, handles }]) => ({ value: { pid, files: handles.size }, at })),
  }),
});
