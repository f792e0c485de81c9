import type { LzmaWindow } from './lzma-window.ts';
import { RangeDecoder } from './range-decoder.ts';

// Where the probabilities of each kind lie in one table.
const STATES = 12;
const POSITIONS = 16;
const IS_MATCH = 0;
const IS_REP0_LONG = IS_MATCH + STATES * POSITIONS;
const IS_REP = IS_REP0_LONG + STATES * POSITIONS;
const IS_REP0 = IS_REP + STATES;
const IS_REP1 = IS_REP0 + STATES;
const IS_REP2 = IS_REP1 + STATES;
const SLOTS = IS_REP2 + STATES;
const SPECIAL = SLOTS + 4 * 64;
const ALIGN = SPECIAL + 128;
const LENGTH = ALIGN + 16;
const LENGTH_LOW = 2;
const LENGTH_MID = LENGTH_LOW + POSITIONS * 8;
const LENGTH_HIGH = LENGTH_MID + POSITIONS * 8;
const LENGTH_SIZE = LENGTH_HIGH + 256;
const REP_LENGTH = LENGTH + LENGTH_SIZE;
const LITERALS = REP_LENGTH + LENGTH_SIZE;
const LITERAL_SIZE = 0x300;
/** LZMA2 allows lc + lp up to 4. */
const MOST_LITERAL_BITS = 4;
const MOST_PROPERTIES = (4 * 5 + 4) * 9 + 8;

const SHORTEST = 2;
/** From this length on a copy by the engine is faster than a loop. */
const LONG_COPY = 32;

/** Decodes LZMA as LZMA2 cuts it into chunks; its state lasts from one chunk to the next. */
export class LzmaDecoder {
  readonly #range = new RangeDecoder(LITERALS + (LITERAL_SIZE << MOST_LITERAL_BITS));
  readonly #window: LzmaWindow;
  #literalBits = 0;
  #literalMask = 0;
  #positionMask = 0;
  #state = 0;
  /** Distances used last, less one. */
  #rep0 = 0;
  #rep1 = 0;
  #rep2 = 0;
  #rep3 = 0;
  /** Bytes since the last reset of the dictionary; some codes hang on its lowest bits. */
  position = 0;

  constructor(window: LzmaWindow) {
    this.#window = window;
  }

  /** Takes the byte that holds lc, lp and pb; false where it holds none. */
  setProperties(byte: number): boolean {
    const lc = byte % 9;
    const lp = Math.floor(byte / 9) % 5;
    if (byte > MOST_PROPERTIES || lc + lp > MOST_LITERAL_BITS) return false;
    this.#literalBits = lc;
    this.#literalMask = (1 << lp) - 1;
    this.#positionMask = (1 << Math.floor(byte / 45)) - 1;
    return true;
  }

  resetState(): void {
    this.#range.reset();
    this.#state = 0;
    this.#rep0 = this.#rep1 = this.#rep2 = this.#rep3 = 0;
  }

  /**
   * Unpacks a chunk to `size` bytes behind what the window holds; false where it is damaged or cut, and what stands
   * before that is in the window.
   */
  decode(chunk: Uint8Array, size: number): boolean {
    const range = this.#range;
    if (!range.start(chunk)) return false;
    const window = this.#window;
    const { at: start, reach } = window;
    const end = start + size;
    const base = this.position - start;
    let at = start;
    while (at < end) {
      const position = (at + base) & this.#positionMask;
      let length = 1;
      if (range.bit(IS_MATCH + this.#state * POSITIONS + position) === 0)
        this.#literal(at, base, at - start + reach > 0);
      else {
        length = this.#match(position);
        // A chunk ends with a match, not within one, and nothing is older than the first byte.
        if (this.#rep0 >= at - start + reach || this.#rep0 < 0 || at + length > end) break;
        this.#copy(at, length);
      }
      if (range.isBeyond) break;
      at += length;
    }
    window.wrote(at - start);
    this.position += at - start;
    return at === end && range.isDone;
  }

  #literal(at: number, base: number, hasBefore: boolean): void {
    const { bytes } = this.#window;
    const before = hasBefore ? this.#byteBack(at, 0) : 0;
    const lc = this.#literalBits;
    const low = ((at + base) & this.#literalMask) << lc;
    const offset = LITERALS + LITERAL_SIZE * (low + (before >> (8 - lc)));
    const state = this.#state;
    if (state < 7) bytes[at] = this.#range.tree(offset, 8);
    else bytes[at] = this.#range.matchedLiteral(offset, this.#byteBack(at, this.#rep0));
    this.#state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  /** Reads what a match is, into `#rep0`, and returns its length. */
  #match(position: number): number {
    const range = this.#range;
    const state = this.#state;
    if (range.bit(IS_REP + state) === 0) {
      this.#rep3 = this.#rep2;
      this.#rep2 = this.#rep1;
      this.#rep1 = this.#rep0;
      const length = this.#length(LENGTH, position);
      this.#state = state < 7 ? 7 : 10;
      this.#rep0 = this.#distance(length);
      return length;
    }
    if (range.bit(IS_REP0 + state) === 0) {
      if (range.bit(IS_REP0_LONG + state * POSITIONS + position) === 0) {
        this.#state = state < 7 ? 9 : 11;
        return 1;
      }
    } else this.#useOlder(state);
    this.#state = state < 7 ? 8 : 11;
    return this.#length(REP_LENGTH, position);
  }

  /** Brings the second, third or fourth of the last distances to the front. */
  #useOlder(state: number): void {
    let distance = this.#rep1;
    if (this.#range.bit(IS_REP1 + state) === 1) {
      distance = this.#rep2;
      if (this.#range.bit(IS_REP2 + state) === 1) {
        distance = this.#rep3;
        this.#rep3 = this.#rep2;
      }
      this.#rep2 = this.#rep1;
    }
    this.#rep1 = this.#rep0;
    this.#rep0 = distance;
  }

  #length(table: number, position: number): number {
    const range = this.#range;
    if (range.bit(table) === 0) return SHORTEST + range.tree(table + LENGTH_LOW + position * 8, 3);
    if (range.bit(table + 1) === 0) return SHORTEST + 8 + range.tree(table + LENGTH_MID + position * 8, 3);
    return SHORTEST + 16 + range.tree(table + LENGTH_HIGH, 8);
  }

  #distance(length: number): number {
    const range = this.#range;
    const slot = range.tree(SLOTS + 64 * Math.min(3, length - SHORTEST), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) << bits;
    if (slot < 14) return high + range.reverseTree(SPECIAL + high - slot, bits);
    return (high + (range.direct(bits - 4) << 4) + range.reverseTree(ALIGN, 4)) | 0;
  }

  /** The byte `distance` + 1 back from a place. */
  #byteBack(at: number, distance: number): number {
    const { bytes, turnedAt } = this.#window;
    const from = at - distance - 1;
    return bytes[from < 0 ? from + turnedAt : from]!;
  }

  #copy(at: number, length: number): void {
    const { bytes, turnedAt } = this.#window;
    const distance = this.#rep0 + 1;
    let from = at - distance;
    if (from >= 0) {
      if (length >= LONG_COPY && distance >= length) bytes.copyWithin(at, from, from + length);
      else for (let to = at; to < at + length; to++) bytes[to] = bytes[from++]!;
      return;
    }
    from += turnedAt;
    for (let to = at; to < at + length; to++) {
      bytes[to] = bytes[from++]!;
      if (from === turnedAt) from = 0;
    }
  }
}
