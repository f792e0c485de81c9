import type { PackedBlock } from './bzip2-block.ts';

/** Repeats beyond this many equal bytes are written as their number. */
const PLAIN = 4;

/** Gives the bytes of a block: follows the links and undoes the repeats. */
export class BlockBytes {
  readonly #links: Int32Array;
  #next: number;
  /** Bytes of the packed block that are still to come. */
  #left: number;
  #last = -1;
  #equal = 0;
  /** Repeats of the last byte that did not fit in the chunk before. */
  #repeats = 0;

  constructor(links: Int32Array, { length, first }: PackedBlock) {
    this.#links = links;
    this.#next = first;
    this.#left = length;
  }

  get isDone(): boolean {
    return this.#left === 0 && this.#repeats === 0;
  }

  /** Fills a chunk as far as there is something to give. Returns how far. */
  fill(chunk: Uint8Array): number {
    const links = this.#links;
    let at = this.#repeats > 0 ? this.#giveRepeats(chunk, 0) : 0;
    let next = this.#next;
    let left = this.#left;
    let last = this.#last;
    let equal = this.#equal;
    while (left > 0 && at < chunk.length) {
      const entry = links[next]!;
      const byte = entry & 255;
      next = entry >>> 8;
      left--;
      if (equal === PLAIN) {
        this.#last = last;
        this.#repeats = byte;
        equal = 0;
        last = -1;
        at = this.#giveRepeats(chunk, at);
        continue;
      }
      chunk[at++] = byte;
      if (byte === last) equal++;
      else {
        last = byte;
        equal = 1;
      }
    }
    this.#next = next;
    this.#left = left;
    if (this.#repeats === 0) this.#last = last;
    this.#equal = equal;
    return at;
  }

  #giveRepeats(chunk: Uint8Array, at: number): number {
    const end = Math.min(chunk.length, at + this.#repeats);
    chunk.fill(this.#last, at, end);
    this.#repeats -= end - at;
    if (this.#repeats === 0) this.#last = -1;
    return end;
  }
}
