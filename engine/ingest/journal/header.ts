import {
  COMPACT,
  FEATURE,
  KNOWN_FEATURES,
  LEAST_HEADER_BYTES,
  REGULAR,
  SIGNATURE,
  wordAt,
  type Layout,
} from './format.ts';

/** What the header of a journal says of the rest. */
export interface JournalHeader {
  readonly layout: Layout;
  /** Where the first object begins. */
  readonly headerBytes: number;
  /** Where the file ends by its own account. */
  readonly endBytes: number;
  readonly entries: number;
  /** Where the first array of entries lies; 0 where there is no entry. */
  readonly firstArray: number;
}

export type ReadHeader =
  | { readonly ok: true; readonly header: JournalHeader }
  | { readonly ok: false; readonly unknownFeatures: number }
  | { readonly ok: false; readonly unknownFeatures: undefined };

/** Bytes of a header that are looked at. */
export const HEADER_BYTES = LEAST_HEADER_BYTES;

export function readHeader(bytes: Buffer): ReadHeader {
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, 8) !== SIGNATURE)
    return { ok: false, unknownFeatures: undefined };
  const features = bytes.readUInt32LE(12);
  const unknownFeatures = features & ~KNOWN_FEATURES;
  if (unknownFeatures !== 0) return { ok: false, unknownFeatures };
  const headerBytes = wordAt(bytes, 88);
  if (headerBytes < LEAST_HEADER_BYTES || headerBytes % 8 !== 0)
    return { ok: false, unknownFeatures: undefined };
  return {
    ok: true,
    header: {
      layout: (features & FEATURE.compact) === 0 ? REGULAR : COMPACT,
      headerBytes,
      endBytes: headerBytes + wordAt(bytes, 96),
      entries: wordAt(bytes, 152),
      firstArray: wordAt(bytes, 176),
    },
  };
}
