const PROBABILITY_BITS = 11;
const EVEN = 1 << (PROBABILITY_BITS - 1);
const FULL = 1 << PROBABILITY_BITS;
const MOVE = 5;
/** Range and code are kept in 32 bits with a sign; below this mask a byte is due. */
const TOP = 0xff000000 | 0;

/**
 * The range coder of LZMA. Each method works on locals and stores them once: the fields are memory, and a bit hangs on
 * the one before it.
 */
export class RangeDecoder {
  readonly odds: Uint16Array;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #range = 0;
  #code = 0;

  /** `count` is how many probabilities there are. */
  constructor(count: number) {
    this.odds = new Uint16Array(count);
  }

  reset(): void {
    this.odds.fill(EVEN);
  }

  /** Begins a chunk; false where it cannot begin so. */
  start(bytes: Uint8Array): boolean {
    this.#bytes = bytes;
    this.#range = -1;
    this.#code = (bytes[1]! << 24) | (bytes[2]! << 16) | (bytes[3]! << 8) | bytes[4]!;
    this.#at = 5;
    return bytes[0] === 0 && bytes.length >= 5;
  }

  /** Whether the chunk is used up to its last byte, and no further. */
  get isDone(): boolean {
    if ((this.#range & TOP) === 0) {
      this.#range <<= 8;
      this.#code = (this.#code << 8) | (this.#bytes[this.#at++] ?? 0);
    }
    return this.#code === 0 && this.#at === this.#bytes.length;
  }

  get isBeyond(): boolean {
    return this.#at > this.#bytes.length;
  }

  bit(index: number): 0 | 1 {
    const { odds } = this;
    let range = this.#range;
    if ((range & TOP) === 0) {
      range <<= 8;
      this.#code = (this.#code << 8) | this.#bytes[this.#at++]!;
    }
    const code = this.#code;
    const odd = odds[index]!;
    const bound = Math.imul(range >>> PROBABILITY_BITS, odd);
    if (code >>> 0 < bound >>> 0) {
      this.#range = bound;
      odds[index] = odd + ((FULL - odd) >> MOVE);
      return 0;
    }
    this.#range = (range - bound) | 0;
    this.#code = (code - bound) | 0;
    odds[index] = odd - (odd >> MOVE);
    return 1;
  }

  /** A number of `bits` bits, the highest first, by a tree of probabilities. */
  tree(offset: number, bits: number): number {
    const { odds } = this;
    const bytes = this.#bytes;
    const end = 1 << bits;
    let at = this.#at;
    let range = this.#range;
    let code = this.#code;
    let symbol = 1;
    do {
      if ((range & TOP) === 0) {
        range <<= 8;
        code = (code << 8) | bytes[at++]!;
      }
      const index = offset + symbol;
      const odd = odds[index]!;
      const bound = Math.imul(range >>> PROBABILITY_BITS, odd);
      symbol <<= 1;
      if (code >>> 0 < bound >>> 0) {
        range = bound;
        odds[index] = odd + ((FULL - odd) >> MOVE);
      } else {
        range = (range - bound) | 0;
        code = (code - bound) | 0;
        odds[index] = odd - (odd >> MOVE);
        symbol |= 1;
      }
    } while (symbol < end);
    this.#at = at;
    this.#range = range;
    this.#code = code;
    return symbol - end;
  }

  /** A number of `bits` bits, the lowest first, by a tree of probabilities. */
  reverseTree(offset: number, bits: number): number {
    let symbol = 1;
    let number = 0;
    for (let place = 0; place < bits; place++) {
      const bit = this.bit(offset + symbol);
      symbol = (symbol << 1) | bit;
      number |= bit << place;
    }
    return number;
  }

  /** A literal behind a match: as long as it goes as the byte that would have followed there, that byte counts. */
  matchedLiteral(offset: number, match: number): number {
    let symbol = 1;
    let rest = match << 1;
    let group = 0x100;
    while (symbol < 0x100) {
      const matchBit = rest & group;
      const bit = this.bit(offset + group + matchBit + symbol);
      symbol = (symbol << 1) | bit;
      group &= bit === 1 ? matchBit : ~matchBit;
      rest <<= 1;
    }
    return symbol & 0xff;
  }

  /** A number of `bits` bits, each as likely as not. */
  direct(bits: number): number {
    let number = 0;
    for (let left = bits; left > 0; left--) {
      if ((this.#range & TOP) === 0) {
        this.#range <<= 8;
        this.#code = (this.#code << 8) | this.#bytes[this.#at++]!;
      }
      this.#range >>>= 1;
      const isOne = this.#code >>> 0 >= this.#range >>> 0;
      if (isOne) this.#code = (this.#code - this.#range) | 0;
      number = (number << 1) | (isOne ? 1 : 0);
    }
    return number;
  }
}
