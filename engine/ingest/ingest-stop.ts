import type { LimitName } from './limits.ts';

/** Thrown to leave every level of nesting at once: a limit of the whole run, or a cancel. */
export class IngestStop extends Error {
  readonly ended: 'limit' | 'cancelled';
  constructor(ended: 'limit' | 'cancelled') {
    super(ended);
    this.name = 'IngestStop';
    this.ended = ended;
  }
}

/** Why a signal stops a run, where that is a limit and not a person: the reason of the signal. */
export class LimitReached extends Error {
  readonly limit: LimitName;
  constructor(limit: LimitName, detail: string) {
    super(detail);
    this.name = 'LimitReached';
    this.limit = limit;
  }
}

/** The limit that stopped a run; undefined where it was a person, or nothing. */
export function limitOf(signal: AbortSignal | undefined): LimitReached | undefined {
  const reason: unknown = signal?.aborted ? signal.reason : undefined;
  return reason instanceof LimitReached ? reason : undefined;
}
