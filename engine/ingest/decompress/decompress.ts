import type { EntryPath } from '../../api/index.ts';
import type { ByteReader } from '../byte-reader.ts';
import type { IngestContext } from '../context.ts';
import { unpackBzip2 } from './bzip2.ts';
import { unpackGzip } from './gzip.ts';
import { unpackedReader, type Unpacker } from './unpacker.ts';
import { unpackXz } from './xz.ts';
import { unpackZstd } from './zstd.ts';

const UNPACKERS = {
  gzip: unpackGzip,
  bzip2: unpackBzip2,
  xz: unpackXz,
  zstd: unpackZstd,
} as const satisfies Readonly<Record<string, Unpacker>>;

export type Compression = keyof typeof UNPACKERS;

export function isCompression(format: string): format is Compression {
  return Object.hasOwn(UNPACKERS, format);
}

/**
 * The content of a compressed stream. Damage is noted for the entry and sets `broken`; what came before it is given.
 * Whoever does not read to the end closes the reader.
 */
export function decompress(
  compression: Compression,
  packed: ByteReader,
  entry: EntryPath,
  context: IngestContext,
): ByteReader {
  return unpackedReader(UNPACKERS[compression], packed, entry, context);
}
