import { constants, createZstdDecompress, zstdDecompressSync } from 'node:zlib';

import type { ByteReader } from '../byte-reader.ts';
import { isLocal, StreamDamage } from './stream-damage.ts';
import type { Packed } from './unpacker.ts';
import { CHUNK, through } from './zlib-engine.ts';
import {
  FrameReader,
  isFrameAhead,
  isSkippable,
  MOST_HEADER,
  ZSTD_MAGIC,
  zstdHeader,
  type ZstdHeader,
} from './zstd-frame.ts';

/** Our own limit is asked before the library's, which names nothing. */
const MOST_WINDOW = { [constants.ZSTD_d_windowLogMax]: 31 };
/** A frame this small is unpacked at once where the one before it was: an engine of its own costs ten times more. */
const SMALL = 16 * 1024;

/** zstd: all frames, of which node:zlib reads the first alone; skippable ones are passed over. */
export async function* unpackZstd({
  packed,
  limits,
  note,
}: Packed): AsyncGenerator<Uint8Array | StreamDamage, void> {
  let lastSize = Number.POSITIVE_INFINITY;
  for (let frames = 0; await packed.fill(1); frames++) {
    const start = packed.offset;
    await packed.fill(MOST_HEADER);
    const magic = packed.buffered >= 4 ? Buffer.from(packed.peek(4)).readUInt32LE(0) : 0;
    if (isSkippable(magic)) {
      await skipFrame(packed);
      continue;
    }
    if (frames > 0 && magic !== ZSTD_MAGIC) {
      note('trailing-data', `Bytes behind the zstd stream, from byte ${packed.offset}, were not read`);
      return;
    }
    try {
      yield* oneFrame(packed, limits.windowBytes, lastSize < SMALL);
    } catch (error) {
      if (!isLocal(error) || !(await isFrameAhead(packed))) throw error;
      yield new StreamDamage(
        error.code === 'truncated' ? 'damaged' : error.code,
        `${error.message}; what follows in another frame is read`,
      );
    }
    lastSize = packed.offset - start;
  }
}

async function* oneFrame(
  packed: ByteReader,
  mostWindow: number,
  isSmall: boolean,
): AsyncGenerator<Uint8Array, void> {
  const header = zstdHeader(packed.peek(MOST_HEADER));
  if (!header) throw headDamage(packed);
  refuse(header, mostWindow);
  const frame = new FrameReader(packed, header);
  const small = isSmall ? await smallFrame(frame) : undefined;
  if (small) yield small;
  else yield* frameContent(frame);
}

/** The whole of a frame that lies in the buffer; undefined where it is larger or damaged. */
async function smallFrame(frame: FrameReader): Promise<Uint8Array | undefined> {
  if ((await frame.fill(SMALL)) || !frame.isWhole()) return undefined;
  try {
    return zstdDecompressSync(frame.peek(SMALL), { maxOutputLength: CHUNK, params: MOST_WINDOW });
  } catch {
    return undefined;
  }
}

async function* frameContent(frame: FrameReader): AsyncGenerator<Uint8Array, void> {
  try {
    yield* through(createZstdDecompress({ chunkSize: CHUNK, params: MOST_WINDOW }), frame);
  } catch (error) {
    throw frame.broken ?? damageOf(error);
  }
  if (!frame.isWhole()) throw new StreamDamage('truncated', 'The zstd stream ends early');
}

async function skipFrame(packed: ByteReader): Promise<void> {
  if (packed.buffered >= 8 && (await packed.skip(8 + Buffer.from(packed.peek(8)).readUInt32LE(4)))) return;
  throw new StreamDamage('truncated', 'The zstd stream ends inside a frame that is passed over');
}

function refuse({ window, hasDictionary }: ZstdHeader, most: number): void {
  if (hasDictionary) throw new StreamDamage('unsupported', 'The zstd stream needs a dictionary to be read');
  if (window <= most) return;
  throw new StreamDamage(
    'limit-window-bytes',
    `The zstd stream asks for ${window} bytes of memory to look back; ${most} are allowed`,
  );
}

function headDamage(packed: ByteReader): StreamDamage {
  return packed.buffered < MOST_HEADER
    ? new StreamDamage('truncated', 'The zstd stream ends inside the head of a frame')
    : new StreamDamage('damaged', 'The head of a zstd frame is damaged');
}

function damageOf(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ZSTD_error_checksum_wrong')
    return new StreamDamage('checksum-mismatch', 'The zstd checksum does not match');
  if (code === 'Z_BUF_ERROR') return new StreamDamage('truncated', 'The zstd stream ends early');
  if (code?.startsWith('ZSTD_error'))
    return new StreamDamage('damaged', `The zstd stream is damaged (${message})`);
  return error;
}
