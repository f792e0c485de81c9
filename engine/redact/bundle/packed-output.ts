import { closeSync } from 'node:fs';
import { gzip, gzipSync } from 'node:zlib';

import { writeAll, type Output } from './spool.ts';

const BLOCK_BYTES = 1024 * 1024;
/** Blocks that are packed on other threads while the next are filled. */
const MOST_AT_ONCE = 12;

/**
 * Packs what is written to it into a file: blocks, each a gzip member of its own, on the thread pool. Whoever writes
 * cannot be made to wait, for entries come from a walk that does not; so where the pool is behind, a block is packed
 * on the spot, and no more than a few lie in memory.
 */
export class PackedOutput implements Output {
  readonly #file: number;
  #block = Buffer.allocUnsafe(BLOCK_BYTES);
  #filled = 0;
  #atOnce = 0;
  #next = 0;
  #written = 0;
  readonly #packed = new Map<number, Buffer>();
  #error: Error | undefined;
  #settled: (() => void) | undefined;

  constructor(file: number) {
    this.#file = file;
  }

  write(bytes: Uint8Array): void {
    if (this.#error) throw this.#error;
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + BLOCK_BYTES - this.#filled);
      this.#block.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === BLOCK_BYTES) this.#pack();
    }
  }

  /** Waits for all blocks. Throws where one could not be written. */
  async end(): Promise<void> {
    if (this.#filled > 0) this.#pack();
    if (this.#atOnce > 0) await new Promise<void>((resolve) => (this.#settled = resolve));
    if (this.#error) throw this.#error;
  }

  close(): void {
    closeSync(this.#file);
  }

  #pack(): void {
    const number = this.#next++;
    const block = this.#block.subarray(0, this.#filled);
    this.#filled = 0;
    if (this.#atOnce >= MOST_AT_ONCE) return this.#take(number, gzipSync(block));
    this.#block = Buffer.allocUnsafe(BLOCK_BYTES);
    this.#atOnce++;
    gzip(block, (error, packed) => {
      this.#atOnce--;
      if (error) this.#error ??= error;
      else this.#take(number, packed);
      if (this.#atOnce === 0) this.#settled?.();
    });
  }

  /** Blocks go to the file in their order, whichever is packed first. */
  #take(number: number, packed: Buffer): void {
    this.#packed.set(number, packed);
    try {
      for (let ready = this.#packed.get(this.#written); ready; ready = this.#packed.get(this.#written)) {
        this.#packed.delete(this.#written++);
        if (!this.#error) writeAll(this.#file, ready);
      }
    } catch (error) {
      this.#error ??= error instanceof Error ? error : new Error(String(error));
    }
  }
}

/** Packs blocks on the spot, for what is small or lies inside another archive. */
export class PackedPart implements Output {
  readonly #output: Output;

  constructor(output: Output) {
    this.#output = output;
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES)
      this.#output.write(gzipSync(bytes.subarray(at, at + BLOCK_BYTES)));
  }
}
