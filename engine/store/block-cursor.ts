import type { BlockFile } from './block-file.ts';
import { BLOCK_BYTES } from './block-size.ts';

/** Blocks that are unpacked beside this thread while one is looked at: they keep two processors busy. */
const AHEAD = 3;

/** Reads content from front to back, and unpacks what comes next while one block is looked at. */
export class BlockCursor {
  readonly #blocks: BlockFile;
  #number = -1;
  #block: Buffer = Buffer.alloc(0);
  #coming = new Map<number, Promise<Buffer>>();

  constructor(blocks: BlockFile) {
    this.#blocks = blocks;
  }

  /** Content from one place to another, each piece from one block. Blocks before `last` are read ahead. */
  async *pieces(from: number, to: number, last = to): AsyncGenerator<Buffer> {
    for (let at = from; at < to;) {
      const number = Math.floor(at / BLOCK_BYTES);
      const start = number * BLOCK_BYTES;
      const next = Math.min(to, start + BLOCK_BYTES);
      if (number !== this.#number) await this.#read(number, Math.floor((last - 1) / BLOCK_BYTES));
      const piece = this.#block.subarray(at - start, next - start);
      if (piece.length > 0) yield piece;
      at = next;
    }
  }

  /** Waits for what was begun and is not wanted any more. */
  async end(): Promise<void> {
    await Promise.all(this.#coming.values());
  }

  async #read(number: number, last: number): Promise<void> {
    const coming = new Map<number, Promise<Buffer>>();
    for (let one = number; one <= Math.min(number + AHEAD, last); one++) {
      coming.set(one, this.#coming.get(one) ?? this.#blocks.unpacked(one));
    }
    this.#coming = coming;
    this.#block = (await coming.get(number)) ?? Buffer.alloc(0);
    this.#number = number;
  }
}
