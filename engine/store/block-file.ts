import { closeSync, openSync, read, readSync, unlinkSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib';

import { BLOCK_BYTES } from './block-size.ts';
import { Column } from '../columns/column.ts';
import { Packer, PACKING } from './packer.ts';

/** Blocks that the thread pool packs at a time; beyond them this thread packs for itself, which is the back-pressure. */
const PACKERS = 2;
/** Unpacked blocks kept for the next read: the lines around a line are asked for soon. */
const CACHED_BLOCKS = 16;
// One byte more than a block, so that its end is met within the first piece.
const UNPACKING = { chunkSize: BLOCK_BYTES + 1, maxOutputLength: BLOCK_BYTES + 1 } as const;

const unpack = promisify(zstdDecompress);
const readAt = promisify(read);

export type StopReason =
  { readonly kind: 'quota' } | { readonly kind: 'disk'; readonly error: NodeJS.ErrnoException };

export interface BlockFileOptions {
  /** Bytes that the file may take. */
  readonly quotaBytes: number;
  /** Called once, where nothing more can be kept. */
  onStop(reason: StopReason): void;
}

/**
 * One stream of content on disk, cut into blocks of one size that are packed by zstd each for itself, so that any
 * byte is found by a division and one block is unpacked for it. Blocks are written in the order in which they are
 * ready.
 */
export class BlockFile {
  readonly #fd: number;
  readonly #options: BlockFileOptions;
  readonly #offsets = new Column();
  readonly #sizes = new Column();
  readonly #pending = new Map<number, Buffer>();
  readonly #cache = new Map<number, Buffer>();
  #current: Buffer = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  /** Blocks are filled again once they are written: new ones would keep the garbage collector busy. */
  readonly #spare: Buffer[] = [];
  readonly #packers = Array.from({ length: PACKERS }, () => new Packer());
  #waiting: (() => void)[] = [];
  #stopped = false;
  #closed = false;
  readonly #reads = new Set<Promise<Buffer>>();
  #firstLost = Number.POSITIVE_INFINITY;
  /** Bytes of content given so far. */
  length = 0;
  /** Bytes on disk. */
  bytesOnDisk = 0;

  /** Makes the file. Its name is taken away where the system lets that be: no content outlives a killed process. */
  constructor(path: string, options: BlockFileOptions) {
    this.#options = options;
    this.#fd = openSync(path, 'wx+', 0o600);
    if (process.platform !== 'win32') unlinkSync(path);
  }

  /** False once nothing more can be kept. */
  get isOpen(): boolean {
    return !this.#stopped;
  }

  /** Content before this place can be read again. */
  get readableTo(): number {
    return Math.min(this.length, this.#firstLost * BLOCK_BYTES);
  }

  /** Bytes that still fit into the block that is being filled. */
  get room(): number {
    return BLOCK_BYTES - (this.length % BLOCK_BYTES);
  }

  /** Takes at most `room` bytes. */
  append(bytes: Uint8Array): void {
    this.#current.set(bytes, this.length % BLOCK_BYTES);
    this.length += bytes.length;
    if (this.length % BLOCK_BYTES !== 0) return;
    this.#keep(this.length / BLOCK_BYTES - 1, this.#current);
    this.#current = this.#spare.pop() ?? Buffer.allocUnsafeSlow(BLOCK_BYTES);
  }

  /** Ends when all blocks but the one that is being filled are on disk. */
  async settle(): Promise<void> {
    if (this.#pending.size > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** The content of one block, to be looked at before anything else is asked or given. */
  block(number: number): Uint8Array {
    const ready = this.#atHand(number);
    if (ready) return ready;
    const packed = Buffer.allocUnsafe(this.#sizes.at(number));
    readSync(this.#fd, packed, 0, packed.length, this.#offsets.at(number));
    return this.#remember(
      number,
      packed.length === BLOCK_BYTES ? packed : zstdDecompressSync(packed, UNPACKING),
    );
  }

  /** The content of one block got beside this thread, a copy of it; empty once this is closed. */
  unpacked(number: number): Promise<Buffer> {
    const read = this.#closed ? Promise.resolve(Buffer.alloc(0)) : this.#unpacked(number);
    this.#reads.add(read);
    const forget = (): void => void this.#reads.delete(read);
    read.then(forget, forget);
    return read;
  }

  /** Ends when nobody reads or writes any more. */
  async close(): Promise<void> {
    this.#stopped = true;
    this.#closed = true;
    await this.settle();
    for (const packer of this.#packers) packer.close();
    await Promise.allSettled(this.#reads);
    closeSync(this.#fd);
  }

  async #unpacked(number: number): Promise<Buffer> {
    const ready = this.#atHand(number);
    if (ready) return Buffer.from(ready);
    const packed = Buffer.allocUnsafe(this.#sizes.at(number));
    await readAt(this.#fd, packed, 0, packed.length, this.#offsets.at(number));
    return packed.length === BLOCK_BYTES ? packed : unpack(packed, UNPACKING);
  }

  #atHand(number: number): Uint8Array | undefined {
    if (number === Math.floor(this.length / BLOCK_BYTES))
      return this.#current.subarray(0, this.length % BLOCK_BYTES);
    return this.#pending.get(number) ?? this.#cache.get(number);
  }

  #remember(number: number, block: Buffer): Buffer {
    const [oldest] = this.#cache.keys();
    if (this.#cache.size >= CACHED_BLOCKS && oldest !== undefined) this.#cache.delete(oldest);
    this.#cache.set(number, block);
    return block;
  }

  #keep(number: number, block: Buffer): void {
    if (this.#stopped) return this.#lose(number);
    const packer = this.#packers.find(({ isFree }) => isFree);
    if (!packer) {
      this.#write(number, smaller(block, zstdCompressSync(block, PACKING)));
      this.#spare.push(block);
      return;
    }
    this.#pending.set(number, block);
    packer.pack(block, (packed) => {
      this.#write(number, packed ? smaller(block, packed) : block);
      this.#pending.delete(number);
      this.#spare.push(block);
      if (this.#pending.size === 0) for (const resolve of this.#waiting.splice(0)) resolve();
    });
  }

  #write(number: number, packed: Uint8Array): void {
    if (this.#stopped) return this.#lose(number);
    if (this.bytesOnDisk + packed.length > this.#options.quotaBytes)
      return this.#stop(number, { kind: 'quota' });
    try {
      for (let done = 0; done < packed.length;) {
        done += writeSync(this.#fd, packed, done, packed.length - done, this.bytesOnDisk + done);
      }
    } catch (error) {
      return this.#stop(number, { kind: 'disk', error: error as NodeJS.ErrnoException });
    }
    this.#offsets.set(number, this.bytesOnDisk);
    this.#sizes.set(number, packed.length);
    this.bytesOnDisk += packed.length;
  }

  #stop(number: number, reason: StopReason): void {
    this.#stopped = true;
    this.#lose(number);
    this.#options.onStop(reason);
  }

  #lose(number: number): void {
    this.#firstLost = Math.min(this.#firstLost, number);
  }
}

/** A block that cannot be packed is kept as it is; its size says so. */
function smaller(block: Buffer, packed: Buffer): Buffer {
  return packed.length < BLOCK_BYTES ? packed : block;
}
