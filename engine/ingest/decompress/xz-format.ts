import { crc32 } from 'node:zlib';

import type { ByteReader } from '../byte-reader.ts';
import { StreamDamage } from './stream-damage.ts';

const STREAM_HEADER = 12;
const FOOTER = 12;
const MAGIC = Buffer.from('\xfd7zXZ\0', 'latin1');
const LZMA2_ID = 0x21;
const FILTERS: ReadonlyMap<number, string> = new Map([
  [3, 'delta'],
  [4, 'x86'],
  [5, 'PowerPC'],
  [6, 'IA-64'],
  [7, 'ARM'],
  [8, 'ARM Thumb'],
  [9, 'SPARC'],
  [10, 'ARM64'],
  [11, 'RISC-V'],
]);

/** Reads the head of a stream: which check its blocks carry. */
export async function readStreamHeader(packed: ByteReader): Promise<number> {
  const head = await taken(packed, STREAM_HEADER);
  if (!head.subarray(0, 6).equals(MAGIC) || head.readUInt32LE(8) !== crc32(head.subarray(6, 8)))
    throw damaged('header');
  return checkOf(head.subarray(6, 8));
}

/** Passes over bytes up to the head of the next stream; false where none follows. */
export async function isStreamAhead(packed: ByteReader): Promise<boolean> {
  while (await packed.fill(STREAM_HEADER)) {
    const bytes = Buffer.from(packed.peek(packed.buffered));
    const at = bytes.indexOf(MAGIC);
    if (at === -1) packed.take(bytes.length - MAGIC.length + 1);
    else if (at > 0) packed.take(at);
    else if (bytes.readUInt32LE(8) === crc32(bytes.subarray(6, 8))) return true;
    else packed.take(1);
  }
  return false;
}

function checkOf(flags: Buffer): number {
  const check = flags[1] ?? 0;
  if (flags[0] !== 0 || check > 15) throw new StreamDamage('unsupported', 'The xz stream has unknown flags');
  return check;
}

export interface BlockHeader {
  readonly length: number;
  readonly dictionary: number;
  readonly packedSize: number | undefined;
  readonly size: number | undefined;
}

/** Reads the head of a block; undefined where the index begins instead. */
export async function readBlockHeader(packed: ByteReader): Promise<BlockHeader | undefined> {
  if (!(await packed.fill(1))) throw truncated();
  const first = packed.peek(1)[0] ?? 0;
  if (first === 0) return undefined;
  const length = (first + 1) * 4;
  const bytes = await taken(packed, length);
  if (bytes.readUInt32LE(length - 4) !== crc32(bytes.subarray(0, length - 4)))
    throw damaged('head of a block');
  const flags = bytes[1] ?? 0;
  const numbers = new NumberReader(bytes.subarray(2, length - 4));
  const packedSize = flags & 0x40 ? numbers.next() : undefined;
  const size = flags & 0x80 ? numbers.next() : undefined;
  const filter = numbers.next();
  const propertiesLength = numbers.next();
  const properties = numbers.byte();
  if (flags & 3 || filter !== LZMA2_ID) {
    const name = FILTERS.get(filter) ?? `0x${filter.toString(16)}`;
    throw new StreamDamage(
      'unsupported',
      `The xz stream is packed with the filter ${name}, which is not read`,
    );
  }
  if (flags & 0x3c || propertiesLength !== 1 || properties > 40 || numbers.isBeyond)
    throw damaged('head of a block');
  return { length, dictionary: dictionaryOf(properties), packedSize, size };
}

/** 4 KiB, 6 KiB, 8 KiB, … up to 4 GiB. */
function dictionaryOf(property: number): number {
  return property === 40 ? 2 ** 32 - 1 : (2 | (property & 1)) * 2 ** ((property >> 1) + 11);
}

/** Sizes of the blocks of a stream, as they were met or as the index names them, to be compared. */
export class BlockSizes {
  #count = 0;
  #crc = 0;

  add(unpadded: number, size: number): void {
    this.#count++;
    this.#crc = crc32(Buffer.from(Float64Array.of(unpadded, size).buffer), this.#crc);
  }

  equals(other: BlockSizes): boolean {
    return this.#count === other.#count && this.#crc === other.#crc;
  }
}

/** Reads the index and the footer behind it, and compares them with what was met, where all was. */
export async function readStreamEnd(
  packed: ByteReader,
  check: number,
  met: BlockSizes | undefined,
): Promise<void> {
  const start = packed.offset;
  const index = new IndexReader(packed);
  await index.byte();
  const count = await index.number();
  const named = new BlockSizes();
  for (let block = 0; block < count; block++) named.add(await index.number(), await index.number());
  while ((packed.offset - start) % 4 !== 0) if ((await index.byte()) !== 0) throw damaged('index');
  const own = index.crc;
  if ((await taken(packed, 4)).readUInt32LE(0) !== own || (met && !named.equals(met))) throw damaged('index');
  const length = packed.offset - start;
  const footer = await taken(packed, FOOTER);
  const isWhole =
    footer.readUInt32LE(0) === crc32(footer.subarray(4, 10)) &&
    (footer.readUInt32LE(4) + 1) * 4 === length &&
    checkOf(footer.subarray(8, 10)) === check &&
    footer.toString('latin1', 10) === 'YZ';
  if (!isWhole) throw damaged('footer');
}

/** Numbers of seven bits a byte, the lowest first. */
class NumberReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isBeyond(): boolean {
    return this.#at > this.#bytes.length;
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }

  next(): number {
    return numberOf(() => this.byte());
  }
}

/** Reads the index byte by byte, for it may be of any length. */
class IndexReader {
  readonly #packed: ByteReader;
  crc = 0;

  constructor(packed: ByteReader) {
    this.#packed = packed;
  }

  async byte(): Promise<number> {
    if (this.#packed.buffered === 0 && !(await this.#packed.fill(1))) throw truncated();
    const byte = this.#packed.take(1);
    this.crc = crc32(byte, this.crc);
    return byte[0] ?? 0;
  }

  async number(): Promise<number> {
    const bytes: number[] = [];
    do bytes.push(await this.byte());
    while ((bytes.at(-1) ?? 0) >= 0x80 && bytes.length < 9);
    let at = 0;
    return numberOf(() => bytes[at++] ?? 0);
  }
}

function numberOf(nextByte: () => number): number {
  let value = 0;
  for (let place = 0; place < 9; place++) {
    const byte = nextByte();
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return value;
  }
  throw damaged('length');
}

async function taken(packed: ByteReader, count: number): Promise<Buffer> {
  if (!(await packed.fill(count))) throw truncated();
  return Buffer.from(packed.take(count));
}

function truncated(): StreamDamage {
  return new StreamDamage('truncated', 'The xz stream ends early');
}

function damaged(part: string): StreamDamage {
  return new StreamDamage('damaged', `The xz stream is damaged in a ${part}`);
}
