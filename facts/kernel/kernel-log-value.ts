import type { Located } from '../../engine/api/index.ts';

export interface FanotifyTaint {
  readonly process: string;
  readonly pid: number;
}

export interface HungTask {
  readonly task: string;
  readonly pid: number;
  readonly seconds: number;
  /** Whether its stack, printed behind, waits for an answer of a fanotify listener. */
  readonly inFanotify: boolean;
}

export interface OomKill {
  readonly process: string;
  readonly pid: number;
}

/** What is kept of each kind of message is limited; `counts` says how many there were. */
export interface KernelLog {
  readonly fanotifyTaint: readonly Located<FanotifyTaint>[];
  readonly hungTasks: readonly Located<HungTask>[];
  readonly oomKills: readonly Located<OomKill>[];
  readonly auditBacklog: readonly Located<string>[];
  readonly counts: KernelLogCounts;
}

export interface KernelLogCounts {
  readonly fanotifyTaint: number;
  readonly hungTasks: number;
  readonly hungTasksInFanotify: number;
  readonly oomKills: number;
  readonly auditBacklog: number;
}
