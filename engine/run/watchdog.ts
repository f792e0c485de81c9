import { constants, PerformanceObserver } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

import { LimitReached } from '../ingest/ingest-stop.ts';
import { limitValueText } from '../ingest/limit-value.ts';
import { LIMITS, type Limits } from '../ingest/limits.ts';

/** Judging what was read needs memory too. */
const ENOUGH_OF_HEAP = 0.75;

/**
 * Stops a run in good time: it ends as at any limit, and what was read is judged. For a run that does not listen any
 * more, whoever started it ends the thread or process.
 */
export class Watchdog {
  readonly #reached = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #collections: PerformanceObserver;
  /** Aborts at a limit, and with the signal that was given. */
  readonly signal: AbortSignal;

  constructor({ wallTime, memoryBytes }: Limits, signal?: AbortSignal) {
    this.signal = signal ? AbortSignal.any([signal, this.#reached.signal]) : this.#reached.signal;
    this.#timer = setTimeout(() => this.#stop(timeIsUp(wallTime)), Math.min(wallTime, LONGEST_TIMER));
    this.#timer.unref();
    this.#collections = new PerformanceObserver((list) => {
      // Only right behind a full collection is the heap what is really held.
      const isFull = list.getEntries().some((entry) => kindOf(entry) === constants.NODE_PERFORMANCE_GC_MAJOR);
      if (isFull && getHeapStatistics().used_heap_size > memoryBytes * ENOUGH_OF_HEAP)
        this.#stop(memoryIsUsed(memoryBytes));
    });
    this.#collections.observe({ entryTypes: ['gc'] });
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#collections.disconnect();
  }

  #stop(reason: LimitReached): void {
    this.#reached.abort(reason);
  }
}

/** Timers run over beyond 31 bits. */
const LONGEST_TIMER = 2 ** 31 - 1;

export function timeIsUp(wallTime: number): LimitReached {
  const most = limitValueText(LIMITS.wallTime.unit, wallTime);
  return new LimitReached('wallTime', `The run took more than ${most}; the rest was not read`);
}

export function memoryIsUsed(memoryBytes: number): LimitReached {
  const most = limitValueText(LIMITS.memoryBytes.unit, memoryBytes);
  return new LimitReached('memoryBytes', `The engine needs more memory than ${most}; the rest was not read`);
}

function kindOf(entry: object): unknown {
  // Entries of the collector have a kind; the types know nothing of it.
  return (entry as { readonly detail?: { readonly kind?: unknown } }).detail?.kind;
}
