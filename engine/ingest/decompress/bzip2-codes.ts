import type { BitReader } from './bit-reader.ts';
import { StreamDamage } from './stream-damage.ts';

const LONGEST = 20;
/** Codes up to this length are found by one look. */
export const LOOK_BITS = 10;
export const SYMBOL_BITS = 9;

/** A prefix code: the symbols of short codes by their bits, those of long ones by the classic limits. */
export interface PrefixCode {
  /** By the next LOOK_BITS bits: length << SYMBOL_BITS | symbol, or 0 where the code is longer. */
  readonly look: Uint16Array;
  /** By length: the first number that is no code of this length, left-aligned to LONGEST bits. */
  readonly limit: Int32Array;
  /** By length: what to take from a code to get its place in `symbols`. */
  readonly base: Int32Array;
  readonly symbols: Uint16Array;
}

/** Reads the lengths of one code and makes it. */
export function readCode(bits: BitReader, symbolCount: number): PrefixCode {
  const lengths = new Uint8Array(symbolCount);
  let length = bits.read(5);
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    while (bits.read(1) === 1) {
      length += bits.read(1) === 1 ? -1 : 1;
      if (length < 1 || length > LONGEST || bits.isBeyond) throw badCode();
    }
    if (length < 1 || length > LONGEST) throw badCode();
    lengths[symbol] = length;
  }
  return codeOf(lengths);
}

function codeOf(lengths: Uint8Array): PrefixCode {
  const look = new Uint16Array(1 << LOOK_BITS);
  const limit = new Int32Array(LONGEST + 1);
  const base = new Int32Array(LONGEST + 1);
  const symbols = new Uint16Array(lengths.length);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= LONGEST; length++) {
    base[length] = code - place;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      symbols[place++] = symbol;
      if (length <= LOOK_BITS) {
        const from = code << (LOOK_BITS - length);
        look.fill((length << SYMBOL_BITS) | symbol, from, from + (1 << (LOOK_BITS - length)));
      }
      code++;
    }
    if (code > 1 << length) throw badCode();
    limit[length] = code << (LONGEST - length);
    code <<= 1;
  }
  return { look, limit, base, symbols };
}

/** The symbol of a code longer than LOOK_BITS, from the next LONGEST bits: length << SYMBOL_BITS | symbol. */
export function longCode({ limit, base, symbols }: PrefixCode, next: number): number {
  for (let length = LOOK_BITS + 1; length <= LONGEST; length++) {
    if (next >= limit[length]!) continue;
    const symbol = symbols[(next >>> (LONGEST - length)) - base[length]!];
    if (symbol !== undefined) return (length << SYMBOL_BITS) | symbol;
  }
  throw badCode();
}

function badCode(): StreamDamage {
  return new StreamDamage('damaged', 'A code of the bzip2 stream is damaged');
}
