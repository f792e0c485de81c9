import type { EntryPath } from './location.ts';

/**
 * What can go wrong with the input, by code. The two that end in `-threw` are our own bugs; the rest are the
 * input's. `limit-*` codes name the limit of engine/ingest/limits.ts that was met.
 */
export type ProblemCode =
  | 'malformed-line'
  | 'malformed-file'
  | 'disagreeing-sources'
  | 'text-cut'
  | 'truncated'
  | 'damaged'
  | 'checksum-mismatch'
  | 'trailing-data'
  | 'encrypted'
  | 'password-needed'
  | 'wrong-password'
  | 'held'
  | 'unsupported'
  | 'not-an-archive'
  | 'unreadable-path'
  | 'broken-link'
  | 'link-outside'
  | 'duplicate-name'
  | 'second-read-needed'
  | 'store-full'
  | `limit-${string}`
  | 'parser-threw'
  | 'analyzer-threw';

/** Something that went wrong with the input. Data, not an exception: it is shown, counted, tested. */
export interface Problem {
  readonly code: ProblemCode;
  /** States the fact and the value in English; what to do about a code is the screen's to say. */
  readonly detail: string;
  readonly at?: {
    readonly entry: EntryPath;
    readonly line?: number;
    /** Byte offset in the entry, or in the archive where `entry` is empty. */
    readonly offset?: number;
  };
}

/** Takes one problem down; parsing goes on. */
export type Note = (problem: Problem) => void;

/** Thrown by a parser when nothing in the file can be used. Any other exception is a bug in the parser. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** Thrown by a parser when the file says that its command was never run: as good as absent. */
export class NotCollectedError extends Error {
  override readonly name = 'NotCollectedError';
}
