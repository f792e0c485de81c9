import type { BlockFile } from './block-file.ts';
import { BLOCK_BYTES } from './block-size.ts';

/** Reads content from front to back: while one block is looked at, the next is unpacked beside this thread. */
export class BlockCursor {
  readonly #blocks: BlockFile;
  #number = -1;
  #block: Buffer = Buffer.alloc(0);
  #ahead: { readonly number: number; readonly block: Promise<Buffer> } | undefined;

  constructor(blocks: BlockFile) {
    this.#blocks = blocks;
  }

  /** Content from one place to another, each piece from one block. Blocks up to `last` are read ahead. */
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
    await this.#ahead?.block;
  }

  async #read(number: number, last: number): Promise<void> {
    const coming = this.#ahead?.number === number ? this.#ahead.block : this.#blocks.unpacked(number);
    const next = number + 1;
    this.#ahead = next <= last ? { number: next, block: this.#blocks.unpacked(next) } : undefined;
    this.#block = await coming;
    this.#number = number;
  }
}
