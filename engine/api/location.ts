/**
 * The address of a file inside a bundle, relative to the bundle's root, '/' between the parts.
 * The grammar (nested members, sections, duplicates, escapes) is in address.ts and docs/addresses.md.
 */
export type EntryPath = string;

/** A place in a bundle: an entry, and where known its line. Lines count from 1, as editors count them. */
export interface Place {
  readonly entry: EntryPath;
  readonly line?: number;
  /** Last line of a range, inclusive. */
  readonly endLine?: number;
}

/** A place that names a line: what every parsed value carries. */
export interface Location extends Place {
  readonly line: number;
}

/** A parsed value that remembers where it was written, so that a finding can cite it. */
export interface Located<T> {
  readonly value: T;
  readonly at: Location;
}
