/*
 * The binary journal of systemd: a header, then objects that begin at multiples of eight and point at each other by
 * their offsets. The format is documented by systemd (JOURNAL_FILE_FORMAT); numbers are little-endian.
 */

export const SIGNATURE = 'LPKSHHRH';
/** What the first journals of systemd wrote; later ones have more fields behind these. */
export const LEAST_HEADER_BYTES = 208;

export const OBJECT = {
  data: 1,
  field: 2,
  entry: 3,
  dataHash: 4,
  fieldHash: 5,
  entryArray: 6,
  tag: 7,
} as const;
export const LAST_TYPE = OBJECT.tag;
/** Type, flags, six zeros, size. */
export const OBJECT_HEAD_BYTES = 16;

/** How the content of a data object is packed, by its flags. */
export const PACKED = { xz: 1, lz4: 2, zstd: 4 } as const;
export const KNOWN_PACKED = PACKED.xz | PACKED.lz4 | PACKED.zstd;

/** Features that a reader must know, by the header's flags. */
export const FEATURE = { xz: 1, lz4: 2, keyedHash: 4, zstd: 8, compact: 16 } as const;
export const KNOWN_FEATURES = 31;

/** What differs between the regular layout and the compact one of systemd 252. */
export interface Layout {
  /** Bytes of a data object before its content. */
  readonly dataHeadBytes: number;
  /** Bytes of one item of an entry, and whether it begins with an offset of eight bytes or of four. */
  readonly entryItemBytes: number;
  readonly arrayItemBytes: number;
  readonly wideOffsets: boolean;
}

export const REGULAR: Layout = {
  dataHeadBytes: 64,
  entryItemBytes: 16,
  arrayItemBytes: 8,
  wideOffsets: true,
};
export const COMPACT: Layout = {
  dataHeadBytes: 72,
  entryItemBytes: 4,
  arrayItemBytes: 4,
  wideOffsets: false,
};

/** Bytes of an entry object before its items, and of an array of entries before its own. */
export const ENTRY_HEAD_BYTES = 64;
export const ARRAY_HEAD_BYTES = 24;

/** A number of eight bytes. Offsets beyond what JavaScript counts exactly are those of no file. */
export function wordAt(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 0x1_0000_0000;
}
