import type { EntryPath, Report } from '../../engine/api/index.ts';

/** One bundle as it is compared: its report and, where the bundle itself was read, its facts and files. */
export interface Snapshot {
  readonly report: Report;
  readonly facts?: readonly FactTexts[];
  readonly files?: readonly FileSize[];
}

/** What was understood of one fact, in words, by its own view. */
export interface FactTexts {
  readonly name: string;
  readonly title: string;
  /** What the cells of a row are called; none where a row is one value. */
  readonly columns: readonly string[];
  readonly rows: readonly FactRowTexts[];
}

/** A value with its name, or the cells of a row behind the first, which names it. */
export interface FactRowTexts {
  readonly key: string;
  readonly cells: readonly string[];
}

export interface FileSize {
  /** Below the root of the bundle. */
  readonly path: EntryPath;
  /** Bytes. */
  readonly size: number;
}
