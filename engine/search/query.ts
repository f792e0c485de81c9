/** What is looked for in lines. */
export interface SearchQuery {
  readonly pattern: string;
  /** The pattern is an expression and not a text. */
  readonly expression: boolean;
  readonly ignoreCase: boolean;
  /** Only where no letter, digit or underscore touches it. */
  readonly wholeWord: boolean;
}

/** From the first to behind the last character that matched, in UTF-16 units of a text. */
export type MatchRange = readonly [from: number, to: number];

/** Finds lines. It remembers where it stands in a window, so one of them serves one search at a time. */
export interface LineMatcher {
  /**
   * A byte of the next line, at or after `from`, that may match; -1 where none does. A window holds whole lines that
   * end in LF; `from` is the start of one of them.
   */
  find(window: Buffer, from: number): number;
  /** Whether a line without its line end matches. */
  matches(line: string): boolean;
  /** Where it does, at most `MOST_RANGES` of it. An empty match has no range. */
  ranges(line: string): readonly MatchRange[];
  /** True where no line that lies in these bytes can match. */
  excludes(bytes: Buffer): boolean;
}

export const MOST_RANGES = 100;
