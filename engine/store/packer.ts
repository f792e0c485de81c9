import { constants, createZstdCompress, type ZstdCompress } from 'node:zlib';

import { BLOCK_BYTES } from './block-size.ts';

const WINDOW_LOG = Math.log2(BLOCK_BYTES);
/** What one piece of output can hold: text shrinks to a fifth. */
const PIECE_BYTES = BLOCK_BYTES / 4;

export const PACKING = {
  chunkSize: PIECE_BYTES,
  params: {
    // Blocks are packed while a bundle is read: the first level costs a third of the third, for a tenth more disk.
    [constants.ZSTD_c_compressionLevel]: 1,
    [constants.ZSTD_c_windowLog]: WINDOW_LOG,
  },
} as const;

/**
 * Packs one block at a time on the thread pool, each as a frame of its own. One stream serves for all of them: a new
 * one for each block costs half as much again, for what it allocates.
 */
export class Packer {
  readonly #stream: ZstdCompress;
  #done: ((packed: Buffer | undefined) => void) | undefined;

  constructor() {
    // The packed block waits in the stream until it is taken as a whole.
    this.#stream = createZstdCompress({
      ...PACKING,
      readableHighWaterMark: 2 * BLOCK_BYTES,
    } as typeof PACKING);
    this.#stream.on('error', () => this.#finish(undefined));
  }

  get isFree(): boolean {
    return this.#done === undefined && !this.#stream.destroyed;
  }

  /** Calls back with the packed block, or with none where it could not be packed. */
  pack(block: Uint8Array, done: (packed: Buffer | undefined) => void): void {
    this.#done = done;
    this.#stream.write(block);
    this.#stream.flush(constants.ZSTD_e_end, () => this.#finish(this.#taken()));
  }

  close(): void {
    this.#stream.destroy();
  }

  #finish(packed: Buffer | undefined): void {
    const done = this.#done;
    this.#done = undefined;
    done?.(packed);
  }

  #taken(): Buffer {
    const parts: Buffer[] = [];
    for (let part = this.#stream.read() as Buffer | null; part; part = this.#stream.read() as Buffer | null)
      parts.push(part);
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }
}
