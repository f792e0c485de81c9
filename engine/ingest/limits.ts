const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** Bounds of one run over untrusted input. Bytes unless the name says otherwise. */
export interface Limits {
  readonly totalBytes: number;
  readonly entryBytes: number;
  readonly ratio: number;
  readonly ratioFloorBytes: number;
  readonly entries: number;
  readonly nameBytes: number;
  readonly nestingDepth: number;
  readonly heldArchiveBytes: number;
  readonly sectionBytes: number;
  readonly spoolBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  /** Expanded bytes of a whole source: the largest real bundle seen is 10 GiB; a bomb is larger. Ends the run. */
  totalBytes: 64 * GIB,
  /** Expanded bytes of one entry; the rest of it is skipped. */
  entryBytes: 16 * GIB,
  /** Expanded to compressed bytes of one entry; only together with `ratioFloorBytes`, for a lastlog is all zeros. */
  ratio: 1_000,
  /** Below this many expanded bytes no ratio matters. */
  ratioFloorBytes: 4 * GIB,
  /** Entries of a whole source: sosreports of 114,000 files are real. Ends the run. */
  entries: 5_000_000,
  /** Bytes of one name: Linux paths end at 4,096; nested addresses add some. Longer names are cut. */
  nameBytes: 16 * KIB,
  /** Archives inside archives: three levels are real (analyzer zip, inner zip, .gz log); eight is generous. */
  nestingDepth: 8,
  /** A zip inside another archive is held in memory up to this size, and spooled beyond it. */
  heldArchiveBytes: 32 * MIB,
  /** A text with sections is held as a whole while it is cut: real ones stay below 20 MiB. */
  sectionBytes: 64 * MIB,
  /** Disk that the spool of one run may take; it has no name and is gone with the process. */
  spoolBytes: 8 * GIB,
};
