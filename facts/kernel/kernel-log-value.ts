import type { Located } from '../../engine/api/index.ts';
import type { Repeated } from '../logged-messages.ts';

export interface FanotifyTaint {
  readonly process: string;
  readonly pid: number;
}

export interface HungTask {
  readonly task: string;
  readonly pid: number;
  readonly seconds: number;
}

export interface OomKill {
  readonly process: string;
  readonly pid: number;
  /** Whether a group of processes reached a limit of its own, while the host had memory left. */
  readonly limited: boolean;
  /** That group, as `/system.slice/mdatp.service`. */
  readonly group?: string;
}

export interface Lockup {
  /** `soft`: no other task ran; `hard`: no interrupt either; `rcu`: a grace period did not end. */
  readonly kind: 'soft' | 'hard' | 'rcu';
  readonly message: string;
}

export interface ModuleTaint {
  readonly module: string;
  readonly reason: 'proprietary' | 'out-of-tree' | 'unsigned' | 'forced';
}

export interface AuditBacklog {
  readonly message: string;
  /** Records that may wait. */
  readonly limit?: number;
}

export interface KernelMessage {
  readonly message: string;
}

/** A message of the kernel, however often it came and in however many logs it stands. */
export type Logged<T> = Located<T & Repeated>;

export interface KernelLog {
  readonly fanotifyTaint: readonly Logged<FanotifyTaint>[];
  /** Hung tasks whose stack, printed behind, waits for an answer of a fanotify listener. */
  readonly fanotifyHangs: readonly Logged<HungTask>[];
  /** The other hung tasks. */
  readonly hungTasks: readonly Logged<HungTask>[];
  readonly oomKills: readonly Logged<OomKill>[];
  readonly lockups: readonly Logged<Lockup>[];
  readonly moduleTaints: readonly Logged<ModuleTaint>[];
  readonly auditBacklog: readonly Logged<AuditBacklog>[];
  /** What the kernel refused of eBPF, to the agent or to somebody whom it does not name. */
  readonly bpfErrors: readonly Logged<KernelMessage>[];
}
