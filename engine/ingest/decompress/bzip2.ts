import type { ByteReader } from '../byte-reader.ts';
import { turn } from '../turn.ts';
import { BitReader } from './bit-reader.ts';
import { readBlock } from './bzip2-block.ts';
import { BLOCK, END, findMagic, MAGIC_BYTES } from './bzip2-magic.ts';
import { bzip2Crc } from './bzip2-crc.ts';
import { BlockBytes } from './bzip2-runs.ts';
import { skipZeros } from './padding.ts';
import { isLocal, StreamDamage } from './stream-damage.ts';
import type { Packed } from './unpacker.ts';

const LEVEL_BYTES = 100_000;
/** A block whose content fits is compared with its checksum before it is given. */
const CHUNK = 1024 * 1024;
const USUAL_BLOCK = 256 * 1024;
/** No block is larger: twenty bits for each byte, and the tables. */
const MOST_BLOCK = (9 * LEVEL_BYTES * 20) / 8 + 64 * 1024;

/** bzip2: all streams, as pbzip2 writes them. Memory is that of one block. */
export async function* unpackBzip2({
  packed,
  note,
}: Packed): AsyncGenerator<Uint8Array | StreamDamage, void> {
  const memory = newMemory();
  for (;;) {
    yield* oneStream(packed, memory);
    await skipZeros(packed);
    if (!(await packed.fill(1))) return;
    await packed.fill(10);
    if (!isBzip2Head(packed.peek(10))) {
      note('trailing-data', `Bytes behind the bzip2 stream, from byte ${packed.offset}, were not read`);
      return;
    }
  }
}

/** BZh, a digit, and a block or an end behind it: three letters alone begin many a text. */
export function isBzip2Head(head: Uint8Array): boolean {
  const level = (head[3] ?? 0) - 0x30;
  if (head[0] !== 0x42 || head[1] !== 0x5a || head[2] !== 0x68 || level < 1 || level > 9) return false;
  const bits = new BitReader(head.subarray(4), 0);
  return head.length < 10 || isOneOf(bits.read(24), bits.read(24));
}

interface Memory {
  readonly links: Int32Array;
  /** In turn: the one before the last is still looked at when the next is filled. */
  readonly chunks: readonly [Uint8Array, Uint8Array];
  turn: 0 | 1;
}

function newMemory(): Memory {
  const chunks = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)] as const;
  return { links: new Int32Array(9 * LEVEL_BYTES), chunks, turn: 0 };
}

async function* oneStream(
  packed: ByteReader,
  memory: Memory,
): AsyncGenerator<Uint8Array | StreamDamage, void> {
  if (!(await packed.fill(4))) throw truncated();
  let most = ((packed.take(4)[3] ?? 0) - 0x30) * LEVEL_BYTES;
  let skippedBits = 0;
  let streamCrc = 0;
  let lost = false;
  for (;;) {
    await turn();
    let bits;
    try {
      let block;
      [block, bits] = await nextBlock(packed, skippedBits, (reader) =>
        readMagic(reader) ? readBlock(reader, memory.links, most) : readEnd(reader),
      );
      packed.take(bits.position >> 3);
      skippedBits = bits.position & 7;
      if (typeof block === 'number') {
        if (skippedBits > 0) packed.take(1);
        if (lost || block === streamCrc) return;
        throw new StreamDamage('checksum-mismatch', 'The checksum of the bzip2 stream does not match');
      }
      streamCrc = ((streamCrc << 1) | (streamCrc >>> 31)) ^ block.crc;
      yield* blockContent(new BlockBytes(memory.links, block), block.crc, memory);
    } catch (error) {
      if (!isLocal(error)) throw error;
      // Behind a block whose content is wrong the next begins; one that could not be read is searched through for it.
      const next = await nextMagic(packed, bits ? skippedBits : skippedBits + 1);
      if (next === undefined) throw error;
      yield new StreamDamage(error.code === 'truncated' ? 'damaged' : error.code, lostBlock(error));
      lost = true;
      skippedBits = next;
      // It may be the first of another stream.
      most = 9 * LEVEL_BYTES;
    }
  }
}

function lostBlock({ code, message }: StreamDamage): string {
  const what = code === 'truncated' ? 'A block of the bzip2 stream is damaged' : message;
  return `${what}; up to 900,000 bytes of content are lost here, and what follows is read`;
}

/**
 * Goes to the next bits that begin a block or end a stream, wherever they stand in a byte, and says how many bits of
 * that byte are before them; undefined where none follow.
 */
async function nextMagic(packed: ByteReader, fromBit: number): Promise<number | undefined> {
  let from = fromBit;
  for (;;) {
    await turn();
    const isAll = !(await packed.fill(MOST_BLOCK));
    const bytes = packed.peek(packed.buffered);
    const found = findMagic(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), from);
    if (found !== undefined) {
      packed.take(found >> 3);
      return found & 7;
    }
    if (isAll) return undefined;
    packed.take(bytes.length - MAGIC_BYTES);
    from = 0;
  }
}

/** Reads from what most blocks fit in, and where that fails from what every block fits in. */
async function nextBlock<Part>(
  packed: ByteReader,
  skippedBits: number,
  read: (bits: BitReader) => Part,
): Promise<readonly [Part, BitReader]> {
  for (const size of [USUAL_BLOCK, MOST_BLOCK]) {
    const isAll = !(await packed.fill(size));
    const bits = new BitReader(packed.peek(packed.buffered), skippedBits);
    try {
      return [read(bits), bits];
    } catch (error) {
      if (isAll || size === MOST_BLOCK) throw bits.isBeyond ? truncated() : error;
    }
  }
  throw truncated();
}

async function* blockContent(
  bytes: BlockBytes,
  crc: number,
  memory: Memory,
): AsyncGenerator<Uint8Array, void> {
  let own = -1;
  while (!bytes.isDone) {
    await turn();
    memory.turn = memory.turn === 0 ? 1 : 0;
    const chunk = memory.chunks[memory.turn];
    const part = chunk.subarray(0, bytes.fill(chunk));
    own = bzip2Crc(part, own);
    if (bytes.isDone && ~own !== crc)
      throw new StreamDamage('checksum-mismatch', 'The checksum of a bzip2 block does not match');
    yield part;
  }
}

/** True for a block, false for the end of the stream. */
function readMagic(bits: BitReader): boolean {
  const high = bits.read(24);
  const low = bits.read(24);
  if (bits.isBeyond) throw truncated();
  if (!isOneOf(high, low)) throw new StreamDamage('damaged', `No bzip2 block begins where one should`);
  return high === BLOCK[0];
}

/** The checksum over those of all blocks. */
function readEnd(bits: BitReader): number {
  const crc = (bits.read(16) << 16) | bits.read(16);
  if (bits.isBeyond) throw truncated();
  return crc;
}

function isOneOf(high: number, low: number): boolean {
  return (high === BLOCK[0] && low === BLOCK[1]) || (high === END[0] && low === END[1]);
}

function truncated(): StreamDamage {
  return new StreamDamage('truncated', 'The bzip2 stream ends early');
}
