const LF = 0x0a;
const PIECE_BYTES = 256 * 1024;
/** A line that is longer is cut, at a sign that parts words. */
const MOST_LINE = 2 * 1024 * 1024;

/** Gathers the chunks of a text into pieces of whole lines. */
export class LinePieces {
  readonly #take: (piece: Buffer) => void;
  #parts: Buffer[] = [];
  #size = 0;

  constructor(take: (piece: Buffer) => void) {
    this.#take = take;
  }

  push(bytes: Uint8Array): void {
    this.#parts.push(Buffer.from(bytes));
    this.#size += bytes.length;
    if (this.#size >= PIECE_BYTES) this.#give();
  }

  end(): void {
    if (this.#size > 0) this.#take(Buffer.concat(this.#parts));
    this.#parts = [];
    this.#size = 0;
  }

  #give(): void {
    const all = Buffer.concat(this.#parts);
    const to = cutAt(all);
    if (to > 0) this.#take(all.subarray(0, to));
    const rest = all.subarray(to);
    this.#parts = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
  }
}

function cutAt(bytes: Buffer): number {
  const lines = bytes.lastIndexOf(LF) + 1;
  if (lines > 0 || bytes.length < MOST_LINE) return lines;
  const space = Math.max(bytes.lastIndexOf(0x20), bytes.lastIndexOf(0x2c), bytes.lastIndexOf(0x0d)) + 1;
  return space > 0 ? space : bytes.length;
}
