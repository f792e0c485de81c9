/** Elements of one chunk: small enough for a store of few entries, large enough for one of millions. */
const CHUNK_BITS = 12;
const CHUNK = 1 << CHUNK_BITS;

type Numbers = Float64Array | Uint32Array | Uint8Array;
type NumbersOf = new (length: number) => Numbers;

/**
 * Numbers by index: a table of millions of rows without millions of objects. It grows by chunks, so that nothing is ever
 * copied, and a chunk without any number takes no room: what was not set is 0.
 */
export class Column {
  readonly #of: NumbersOf;
  readonly #chunks: (Numbers | undefined)[] = [];
  length = 0;

  constructor(of: NumbersOf = Float64Array) {
    this.#of = of;
  }

  push(value: number): void {
    this.set(this.length, value);
  }

  at(index: number): number {
    return this.#chunks[index >>> CHUNK_BITS]?.[index & (CHUNK - 1)] ?? 0;
  }

  set(index: number, value: number): void {
    (this.#chunks[index >>> CHUNK_BITS] ??= new this.#of(CHUNK))[index & (CHUNK - 1)] = value;
    if (index >= this.length) this.length = index + 1;
  }

  /** The last index in `[from, to)` whose value is below `wanted`; the values rise. `from` where none is. */
  lastBelow(wanted: number, from: number, to: number): number {
    let low = from;
    let high = to - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.at(middle) < wanted) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
