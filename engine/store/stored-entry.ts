import type { EntryPath } from '../api/index.ts';
import type { Encoding } from '../text/decode.ts';

/** As the first line ends; an entry with any LF has no lines that end in CR alone. */
export type LineEnd = 'lf' | 'crlf' | 'cr' | 'none';

/** What a store holds of one entry. */
export interface StoredEntry {
  /** Counts from 0, in the order in which the entries lay in the source. */
  readonly number: number;
  readonly path: EntryPath;
  /** Of the content as it is kept: UTF-16 is kept as UTF-8. */
  readonly bytes: number;
  readonly lines: number;
  /** Number of the first line: above 1 for a section of a file. */
  readonly firstLine: number;
  /** How the content was written; control characters and line ends are kept as they were. */
  readonly encoding: Encoding;
  readonly lineEnd: LineEnd;
  /** Not text, as its first bytes tell. */
  readonly binary: boolean;
  /** A section, or part of another entry whose content it shares. */
  readonly section: boolean;
  /** `cut`: damage or a limit ended its reading. */
  readonly state: 'whole' | 'cut';
  /** How much of it can be shown: less than all where the store met its quota or a full disk. */
  readonly kept: 'whole' | 'part' | 'none';
}

export interface StoredLine {
  readonly number: number;
  /** At most the limit that was asked for; without its line end. */
  readonly text: string;
  /** True where the line goes on behind `text`. */
  readonly cut: boolean;
  /** Bytes of the whole line, without its line end. */
  readonly bytes: number;
  /** Where it begins in the entry, in bytes of the content as it is kept. */
  readonly at: number;
}
