import type { Line, Located, Location } from '../../engine/api/index.ts';
import type { FanotifyTaint, HungTask, KernelLog, OomKill } from './kernel-log-value.ts';

/** Messages kept of each kind: enough to cite, few enough for a log that repeats one of them for days. */
const KEPT = 200;
/** Lines in which the stack of a hung task is printed. */
const STACK_LINES = 40;

/** The first messages of a kind, and how many there were. */
interface Kept<T> {
  readonly rows: Located<T>[];
  count: number;
  add(value: T, line: Line): void;
}

function newKept<T>(): Kept<T> {
  return {
    rows: [],
    count: 0,
    add(value, line) {
      if (this.count++ < KEPT) this.rows.push({ value, at: line.at });
    },
  };
}

type Hung = Omit<HungTask, 'inFanotify'>;

export interface FoundMessages {
  readonly fanotifyTaint: Kept<FanotifyTaint>;
  readonly oomKills: Kept<OomKill>;
  readonly auditBacklog: Kept<string>;
  hung(task: Hung, at: Location): void;
  /** A line of a stack that is in fanotify: it belongs to the hung task right before. */
  fanotifyFrame(at: Location): void;
  finish(): KernelLog;
}

export function newFoundMessages(): FoundMessages {
  const lists = {
    fanotifyTaint: newKept<FanotifyTaint>(),
    oomKills: newKept<OomKill>(),
    auditBacklog: newKept<string>(),
  };
  const hungTasks = newHungTasks();
  return {
    ...lists,
    hung: hungTasks.add,
    fanotifyFrame: hungTasks.fanotifyFrame,
    finish: () => ({
      fanotifyTaint: lists.fanotifyTaint.rows,
      hungTasks: hungTasks.rows(),
      oomKills: lists.oomKills.rows,
      auditBacklog: lists.auditBacklog.rows,
      counts: {
        fanotifyTaint: lists.fanotifyTaint.count,
        ...hungTasks.counts(),
        oomKills: lists.oomKills.count,
        auditBacklog: lists.auditBacklog.count,
      },
    }),
  };
}

interface HungTasks {
  add(task: Hung, at: Location): void;
  fanotifyFrame(at: Location): void;
  rows(): readonly Located<HungTask>[];
  counts(): { readonly hungTasks: number; readonly hungTasksInFanotify: number };
}

/** Tasks in fanotify are kept before the others, whose number may fill the list. */
function newHungTasks(): HungTasks {
  const inFanotify: Numbered[] = [];
  const others: Numbered[] = [];
  let last: Numbered | undefined;
  let count = 0;
  let countInFanotify = 0;
  const settle = (): void => {
    if (last && others.length < KEPT) others.push(last);
    last = undefined;
  };
  return {
    add(task, at) {
      settle();
      last = { order: count++, row: { value: { ...task, inFanotify: false }, at } };
    },
    fanotifyFrame(at) {
      if (!last || !isNear(last.row.at, at)) return;
      const { order, row } = last;
      if (countInFanotify++ < KEPT) {
        inFanotify.push({ order, row: { value: { ...row.value, inFanotify: true }, at: row.at } });
      }
      last = undefined;
    },
    rows() {
      settle();
      const kept = [...inFanotify, ...others].slice(0, KEPT);
      return kept.sort((a, b) => a.order - b.order).map(({ row }) => row);
    },
    counts: () => ({ hungTasks: count, hungTasksInFanotify: countInFanotify }),
  };
}

interface Numbered {
  readonly order: number;
  readonly row: Located<HungTask>;
}

function isNear(task: Location, frame: Location): boolean {
  return task.entry === frame.entry && frame.line > task.line && frame.line - task.line <= STACK_LINES;
}
