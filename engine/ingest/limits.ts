import type { ProblemCode } from '../api/index.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;
const MINUTE = 60_000;

/** One bound of a run over untrusted input. Its words are those of docs/limits.md. */
export interface LimitRow {
  readonly unit: 'bytes' | 'count' | 'times' | 'milliseconds';
  readonly standard: number;
  /** What happens beyond it. */
  readonly beyond: string;
  /** Why there is a bound, and why this one. */
  readonly reason: string;
  /** How far a person may raise it for one bundle with one click; absent where memory would pay for it. */
  readonly raised?: number;
}

/** Every limit there is. The flag of `totalBytes` is `total-bytes`, its problem `limit-total-bytes`. */
export const LIMITS = {
  totalBytes: {
    unit: 'bytes',
    standard: 64 * GIB,
    raised: 1_024 * GIB,
    beyond: 'ends the run',
    reason:
      'Bytes unpacked from one source. The largest real bundles have 10 GiB; a bomb has more than any disk.',
  },
  entryBytes: {
    unit: 'bytes',
    standard: 16 * GIB,
    raised: 256 * GIB,
    beyond: 'skips the rest of the entry',
    reason: 'Bytes of one entry. Logs of some GiB are real.',
  },
  ratio: {
    unit: 'times',
    standard: 1_000,
    raised: 1_000_000,
    beyond: 'skips the rest of the packed stream',
    reason:
      'Unpacked bytes of a stream for each packed one. A lastlog of zeros reaches any ratio, so it counts only beyond ratio-floor-bytes.',
  },
  ratioFloorBytes: {
    unit: 'bytes',
    standard: 4 * GIB,
    beyond: 'lets the ratio count',
    reason: 'Unpacked bytes of a stream below which no ratio matters.',
  },
  entries: {
    unit: 'count',
    standard: 5_000_000,
    beyond: 'ends the run',
    reason: 'Entries of one source, nested ones and sections included. Sosreports of 114,000 files are real.',
  },
  nameBytes: {
    unit: 'bytes',
    standard: 16 * KIB,
    beyond: 'cuts the name',
    reason: 'Length of one address. Paths of Linux end at 4,096 bytes; archives inside archives add to them.',
  },
  pathDepth: {
    unit: 'count',
    standard: 512,
    raised: 4_096,
    beyond: 'skips the entry',
    reason: 'Folders of one path. A folder tree of a host stays below 50.',
  },
  headerBytes: {
    unit: 'bytes',
    standard: 1 * MIB,
    beyond: 'skips the header, or the entry where it cannot be read without',
    reason: 'One extended header: long names, PAX records, the name in a gzip file. Real ones hold some KiB.',
  },
  nestingDepth: {
    unit: 'count',
    standard: 8,
    raised: 32,
    beyond: 'skips the inner archive',
    reason: 'Archives and compressions inside each other. Four are real: a zip in a zip with a tar.gz in it.',
  },
  windowBytes: {
    unit: 'bytes',
    standard: 128 * MIB,
    beyond: 'skips the packed stream from there on',
    reason:
      'Memory that one xz or zstd stream asks for to look back. xz -9 needs 64 MiB, zstd --ultra -22 needs 128 MiB; it comes on top of all other memory.',
  },
  heldArchiveBytes: {
    unit: 'bytes',
    standard: 32 * MIB,
    beyond: 'holds the archive in a nameless temporary file',
    reason: 'A zip inside another archive, held in memory.',
  },
  spoolBytes: {
    unit: 'bytes',
    standard: 8 * GIB,
    raised: 64 * GIB,
    beyond: 'skips the archive',
    reason: 'Disk that a nameless temporary file may take.',
  },
  storeBytes: {
    unit: 'bytes',
    standard: 16 * GIB,
    beyond: 'keeps nothing more for viewing',
    reason:
      'Disk that the content of one source may take while it is open for viewing. Logs take a tenth of their size; never more than nine tenths of the free disk are taken.',
  },
  sectionBytes: {
    unit: 'bytes',
    standard: 64 * MIB,
    beyond: 'skips the rest of the entry',
    reason: 'A text with sections, held whole while it is cut. Real ones stay below 20 MiB.',
  },
  keptTextBytes: {
    unit: 'bytes',
    standard: 64 * MIB,
    beyond: 'skips the entry',
    reason:
      'Small files of one source that are held whole until its report is made. Real bundles need a tenth.',
  },
  lineBytes: {
    unit: 'bytes',
    standard: 1 * MIB,
    beyond: 'cuts the line in two',
    reason:
      'A line of a large log, searched as one piece. Beyond it the rest is searched as a line of its own.',
  },
  wallTime: {
    unit: 'milliseconds',
    standard: 60 * MINUTE,
    raised: 24 * 60 * MINUTE,
    beyond: 'ends the run',
    reason: 'Time of one run. 10 GiB out of xz take five minutes.',
  },
  memoryBytes: {
    unit: 'bytes',
    standard: 1 * GIB,
    beyond: 'ends the run',
    reason: 'Heap of the engine. An ordinary bundle needs a tenth.',
  },
} as const satisfies Readonly<Record<string, LimitRow>>;

export type LimitName = keyof typeof LIMITS;
export type Limits = Readonly<Record<LimitName, number>>;

/** In the order of the table. */
// The keys of a constant are its own.
export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[];

// One value for each name, by construction.
export const DEFAULT_LIMITS = Object.fromEntries(
  LIMIT_NAMES.map((name) => [name, LIMITS[name].standard]),
) as Limits;

/** `totalBytes` → `total-bytes`, as `--limit` and the problem codes name it. */
export function flagOf(name: LimitName): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

export function codeOf(name: LimitName): ProblemCode {
  return `limit-${flagOf(name)}`;
}

/** The limit behind a problem, where a person may raise it and read on. */
export function raisableLimit(code: ProblemCode): LimitName | undefined {
  return LIMIT_NAMES.find((name) => codeOf(name) === code && 'raised' in LIMITS[name]);
}

/** These limits, by their flags, as far as a person may raise them; others are left as they are. */
export function raisedLimits(flags: readonly string[]): Partial<Limits> {
  return Object.fromEntries(
    LIMIT_NAMES.flatMap((name) => {
      const row: LimitRow = LIMITS[name];
      return row.raised !== undefined && flags.includes(flagOf(name)) ? [[name, row.raised]] : [];
    }),
  );
}
