import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

import type { ByteReader } from '../byte-reader.ts';
import { isGzipHeader, isMemberAhead, skipGzipHeader } from './gzip-header.ts';
import { isLocal, StreamDamage } from './stream-damage.ts';
import { skipZeros } from './padding.ts';
import type { Packed } from './unpacker.ts';
import { CHUNK, through } from './zlib-engine.ts';

const TRAILER = 8;
/** A member this small is unpacked at once where the one before it was: an engine of its own costs ten times more. */
const SMALL = 16 * 1024;

/** gzip: all members, as appended logs have them; zeros behind the last are padding. */
export async function* unpackGzip({
  packed,
  limits,
  note,
}: Packed): AsyncGenerator<Uint8Array | StreamDamage, void> {
  let lastSize = Number.POSITIVE_INFINITY;
  for (;;) {
    const start = packed.offset;
    try {
      await skipGzipHeader(packed, limits);
      yield* oneMember(packed, lastSize < SMALL);
    } catch (error) {
      if (!isLocal(error) || !(await isMemberAhead(packed))) throw error;
      yield new StreamDamage(
        error.code === 'truncated' ? 'damaged' : error.code,
        `${error.message}; what follows in another member is read`,
      );
    }
    lastSize = packed.offset - start;
    await skipZeros(packed);
    if (!(await packed.fill(1))) return;
    if (!isGzipHeader(await headOf(packed))) {
      note('trailing-data', `Bytes behind the gzip stream, from byte ${packed.offset}, were not read`);
      return;
    }
  }
}

async function* oneMember(packed: ByteReader, isSmall: boolean): AsyncGenerator<Uint8Array, void> {
  const small = isSmall ? await smallMember(packed) : undefined;
  if (small) {
    yield small;
    return compareTrailer(packed, crc32(small), small.length);
  }
  let crc = 0;
  let size = 0;
  for await (const chunk of deflated(packed)) {
    crc = crc32(chunk, crc);
    size += chunk.length;
    yield chunk;
  }
  await compareTrailer(packed, crc, size);
}

async function headOf(packed: ByteReader): Promise<Uint8Array> {
  await packed.fill(4);
  return packed.peek(4);
}

/** The next deflate stream; the reader is left right behind it. */
export async function* deflated(packed: ByteReader): AsyncGenerator<Uint8Array, void> {
  try {
    yield* through(createInflateRaw({ chunkSize: CHUNK }), packed);
  } catch (error) {
    throw damageOf(error);
  }
}

/** The whole of a member that lies in the buffer; undefined where it is larger or damaged. */
async function smallMember(packed: ByteReader): Promise<Uint8Array | undefined> {
  await packed.fill(SMALL);
  try {
    const options = { info: true, maxOutputLength: CHUNK } as const;
    // With `info` both are given; the types know of the buffer alone.
    const { buffer, engine } = inflateRawSync(packed.peek(SMALL), options) as unknown as {
      buffer: Uint8Array;
      engine: { bytesWritten: number };
    };
    packed.take(engine.bytesWritten);
    return buffer;
  } catch {
    return undefined;
  }
}

async function compareTrailer(packed: ByteReader, crc: number, size: number): Promise<void> {
  if (!(await packed.fill(TRAILER)))
    throw new StreamDamage('truncated', 'The gzip stream ends before its checksum');
  const trailer = Buffer.from(packed.take(TRAILER));
  if (trailer.readUInt32LE(0) !== crc)
    throw new StreamDamage('checksum-mismatch', 'The gzip checksum does not match');
  if (trailer.readUInt32LE(4) !== size % 0x1_0000_0000)
    throw new StreamDamage('checksum-mismatch', 'The length in the gzip stream does not match');
}

function damageOf(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return new StreamDamage('truncated', 'The gzip stream ends early');
  if (code?.startsWith('Z_')) return new StreamDamage('damaged', `The gzip stream is damaged (${message})`);
  return error;
}
