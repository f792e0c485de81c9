/** Gives the next bytes of a stream, undefined at its end. Throws where the stream itself breaks. */
export type Pull = () => Promise<Uint8Array | undefined>;

/**
 * Reads a stream of chunks as if it were one piece. What is buffered is taken without a promise, so that thousands
 * of small entries in one chunk cost none.
 */
export class ByteReader {
  readonly #pull: Pull;
  readonly #close: (() => Promise<void>) | undefined;
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;
  #ended = false;
  /** Offsets at which something before the bytes there was lost, those that lie ahead. */
  #breaks: number[] = [];
  /** True once something was lost in the middle of the stream. */
  hadBreak = false;
  /** Bytes taken so far: the offset of the next one. */
  offset = 0;
  /** What broke the stream, once it is met; bytes before it are still read. */
  broken: Error | undefined;

  /** `close` lets go of what the stream holds, where it holds anything. */
  constructor(pull: Pull, close?: () => Promise<void>) {
    this.#pull = pull;
    this.#close = close;
  }

  /** For whoever may leave before the end. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#close?.();
  }

  get buffered(): number {
    return this.#chunk.length - this.#at;
  }

  /** Where the next bytes that are buffered do not follow those before them; undefined where all do. */
  get breakAt(): number | undefined {
    if (!this.hadBreak) return undefined;
    while ((this.#breaks[0] ?? this.offset) < this.offset) this.#breaks.shift();
    return this.#breaks[0];
  }

  /** For the pull, before it gives what follows a loss. */
  markBreak(): void {
    this.hadBreak = true;
    this.#breaks.push(this.offset + this.buffered);
  }

  /** Goes on behind a break at which the reader stands. */
  passBreak(): void {
    if (this.breakAt === this.offset) this.#breaks.shift();
  }

  /** Buffers at least `count` bytes; false where the stream ends before. */
  async fill(count: number): Promise<boolean> {
    while (this.buffered < count && !this.#ended) {
      const next = await this.#next();
      if (next === undefined) {
        this.#ended = true;
        break;
      }
      this.#chunk = this.buffered === 0 ? next : Buffer.concat([this.#chunk.subarray(this.#at), next]);
      this.#at = 0;
    }
    return this.buffered >= count;
  }

  /** Looks at up to `count` buffered bytes. */
  peek(count: number): Uint8Array {
    return this.#chunk.subarray(this.#at, this.#at + count);
  }

  /** Takes up to `count` buffered bytes; they are valid until the next fill. */
  take(count: number): Uint8Array {
    const part = this.peek(count);
    this.#at += part.length;
    this.offset += part.length;
    return part;
  }

  /** Takes what is buffered up to the next break, waiting for some where there is none; undefined at the end. */
  async read(most = Number.POSITIVE_INFINITY): Promise<Uint8Array | undefined> {
    if (this.buffered === 0 && !(await this.fill(1))) return undefined;
    const upToBreak = (this.breakAt ?? Number.POSITIVE_INFINITY) - this.offset;
    return this.take(Math.min(most, this.buffered, upToBreak || Number.POSITIVE_INFINITY));
  }

  /** Puts bytes back that were taken last: they come again. */
  putBack(bytes: Uint8Array): void {
    this.#chunk = Buffer.concat([bytes, this.peek(this.buffered)]);
    this.#at = 0;
    this.offset -= bytes.length;
  }

  /** Passes over bytes; false where the stream ends before. */
  async skip(count: number): Promise<boolean> {
    let left = count;
    while (left > 0) {
      const part = await this.read(left);
      if (!part) return false;
      left -= part.length;
    }
    return true;
  }

  async #next(): Promise<Uint8Array | undefined> {
    try {
      return await this.#pull();
    } catch (error) {
      // A stop of the whole run passes through every level; anything else is the input's.
      if (error instanceof Error && error.name === 'IngestStop') throw error;
      this.broken = error instanceof Error ? error : new Error(String(error));
      return undefined;
    }
  }
}

/**
 * A reader over the next `size` bytes of another; its end leaves the outer one behind them, or at a break before that.
 * `look` sees them as they go by.
 */
export function boundedReader(
  outer: ByteReader,
  size: number,
  look?: (part: Uint8Array) => void,
): ByteReader {
  let left = size;
  return new ByteReader(async () => {
    if (left === 0 || !(await outer.fill(1)) || outer.breakAt === outer.offset) return undefined;
    const part = await outer.read(left);
    if (part) {
      left -= part.length;
      look?.(part);
    }
    return part;
  });
}

/** A reader over bytes that are at hand. */
export function readerOf(bytes: Uint8Array): ByteReader {
  let given = false;
  return new ByteReader(() => {
    const part = given ? undefined : bytes;
    given = true;
    return Promise.resolve(part);
  });
}
