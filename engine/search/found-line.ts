import type { MatchRange } from './query.ts';

/** A line that was found, or one near it. */
export interface FoundLine {
  readonly line: number;
  /** At most `SHOWN_BYTES` of it: those around the match where it lies far behind the line's start. */
  readonly text: string;
  /** True where `text` is not the whole line. */
  readonly cut: boolean;
  /** Where `text` matches; empty for context and for an empty match. */
  readonly ranges: readonly MatchRange[];
  /** True for a line that only stands near one that matches. */
  readonly context: boolean;
}

/** Bytes of a line that are given. */
export const SHOWN_BYTES = 16 * 1024;
