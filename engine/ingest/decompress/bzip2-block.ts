import type { BitReader } from './bit-reader.ts';
import { longCode, LOOK_BITS, readCode, SYMBOL_BITS, type PrefixCode } from './bzip2-codes.ts';
import { StreamDamage } from './stream-damage.ts';

const GROUP = 50;
const MOST_SELECTORS = 18_002;
const LOOK_MASK = (1 << LOOK_BITS) - 1;
const SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;
const LONGEST_MASK = (1 << 20) - 1;

/** A block as it is packed: sorted, its repeats of one byte still as numbers. */
export interface PackedBlock {
  readonly crc: number;
  readonly length: number;
  /** Where in `links` the first byte stands. */
  readonly first: number;
}

/**
 * Reads one block, whose magic was read, into `links`: in each, the byte in the low eight bits and the place of the
 * one behind it above them. The bits stand behind the block afterwards.
 */
export function readBlock(bits: BitReader, links: Int32Array, most: number): PackedBlock {
  const crc = (bits.read(16) << 16) | bits.read(16);
  if (bits.read(1) === 1)
    throw new StreamDamage('unsupported', 'The bzip2 stream is of a form that was given up in 1997');
  const origin = bits.read(24);
  const bytes = usedBytes(bits);
  const symbolCount = bytes.length + 2;
  const codeCount = bits.read(3);
  const selectors = readSelectors(bits, codeCount);
  const codes = Array.from({ length: codeCount }, () => readCode(bits, symbolCount));
  const counts = new Int32Array(256);
  const length = readSymbols({ bits, codes, selectors, bytes, counts, links, most });
  if (bits.isBeyond) throw new StreamDamage('truncated', 'The bzip2 stream ends early');
  if (origin >= length) throw damaged();
  link(links, length, counts);
  return { crc, length, first: links[origin]! >>> 8 };
}

/** The bytes that occur, in order: a map of sixteen ranges, then one of each range that is used. */
function usedBytes(bits: BitReader): Uint8Array {
  const found: number[] = [];
  const ranges = bits.read(16);
  for (let range = 0; range < 16; range++) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const used = bits.read(16);
    for (let index = 0; index < 16; index++) {
      if (used & (0x8000 >> index)) found.push(range * 16 + index);
    }
  }
  if (found.length === 0) throw damaged();
  return Uint8Array.from(found);
}

/** Which code each group of fifty symbols is written in; moved to the front, in unary. */
function readSelectors(bits: BitReader, codeCount: number): Uint8Array {
  const count = bits.read(15);
  if (codeCount < 2 || codeCount > 6 || count < 1) throw damaged();
  const order = Uint8Array.from({ length: codeCount }, (_, index) => index);
  const selectors = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    let place = 0;
    while (bits.read(1) === 1) if (++place >= codeCount) throw damaged();
    const chosen = order[place]!;
    order.copyWithin(1, 0, place);
    order[0] = selectors[index] = chosen;
  }
  // Some packers write more than any block can use.
  return selectors.subarray(0, MOST_SELECTORS);
}

interface Symbols {
  readonly bits: BitReader;
  readonly codes: readonly PrefixCode[];
  readonly selectors: Uint8Array;
  readonly bytes: Uint8Array;
  /** How often each byte occurs. */
  readonly counts: Int32Array;
  readonly links: Int32Array;
  readonly most: number;
}

/** The bytes of the block in sorted order. Returns how many there are. */
function readSymbols({ bits, codes, selectors, bytes, counts, links, most }: Symbols): number {
  const input = bits.bytes;
  const front = bytes.slice();
  const endOfBlock = bytes.length + 1;
  let { at, held, count } = bits;
  let length = 0;
  let run = 0;
  let runBit = 1;
  try {
    for (const selector of selectors) {
      const code = codes[selector]!;
      const { look } = code;
      if (at > input.length + 4) throw new StreamDamage('truncated', 'The bzip2 stream ends early');
      for (let left = GROUP; left > 0; left--) {
        while (count < 20) {
          held = (held << 8) | input[at++]!;
          count += 8;
        }
        const found =
          look[(held >>> (count - LOOK_BITS)) & LOOK_MASK]! ||
          longCode(code, (held >>> (count - 20)) & LONGEST_MASK);
        count -= found >>> SYMBOL_BITS;
        const symbol = found & SYMBOL_MASK;
        if (symbol < 2) {
          // A run of the front byte, its length in digits of 1 and 2.
          run += runBit << symbol;
          runBit <<= 1;
          if (run > most) throw damaged();
          continue;
        }
        if (run > 0) {
          if (length + run > most) throw damaged();
          const byte = front[0]!;
          counts[byte]! += run;
          links.fill(byte, length, length + run);
          length += run;
          run = 0;
          runBit = 1;
        }
        if (symbol === endOfBlock) {
          return length;
        }
        if (length >= most) throw damaged();
        const byte = toFront(front, symbol - 1);
        counts[byte]!++;
        links[length++] = byte;
      }
    }
    throw damaged();
  } finally {
    bits.at = at;
    bits.held = held;
    bits.count = count;
  }
}

function toFront(front: Uint8Array, place: number): number {
  const byte = front[place]!;
  if (place < 16) for (let index = place; index > 0; index--) front[index] = front[index - 1]!;
  else front.copyWithin(1, 0, place);
  front[0] = byte;
  return byte;
}

/** Undoes the sorting: the n-th of a byte in sorted order is its n-th in the last column. */
function link(links: Int32Array, length: number, counts: Int32Array): void {
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count = counts[byte]!;
    counts[byte] = sum;
    sum += count;
  }
  for (let index = 0; index < length; index++) {
    const byte = links[index]! & 255;
    const place = counts[byte]!++;
    links[place] = links[place]! | (index << 8);
  }
}

function damaged(): StreamDamage {
  return new StreamDamage('damaged', 'A block of the bzip2 stream is damaged');
}
