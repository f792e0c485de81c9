/** Room beyond the dictionary: two parts that are still looked at while the next is written, and the gap at a turn. */
const ROOM = 8 * 1024 * 1024;
const FIRST = 1024 * 1024;

/**
 * What was unpacked last, as far back as a stream may look. Every chunk is written in one piece: at the end of the
 * window it turns to the beginning, and `turnedAt` is where the older bytes end.
 */
export class LzmaWindow {
  readonly #dictionary: number;
  readonly #most: number;
  bytes: Uint8Array;
  at = 0;
  turnedAt = 0;
  /** Bytes since the last reset of the dictionary. */
  #known = 0;
  #given = 0;

  constructor(dictionary: number) {
    this.#dictionary = dictionary;
    this.#most = dictionary + ROOM;
    this.bytes = new Uint8Array(FIRST);
  }

  forget(): void {
    this.#known = 0;
  }

  /** How far back a match may reach. */
  get reach(): number {
    return Math.min(this.#known, this.#dictionary);
  }

  /** Bytes that were written and not given yet. */
  get fresh(): number {
    return this.at - this.#given;
  }

  give(): Uint8Array {
    const part = this.bytes.subarray(this.#given, this.at);
    this.#given = this.at;
    return part;
  }

  /** False where a chunk needs the window to turn, before which all must have been given. */
  fits(size: number): boolean {
    return this.at + size <= this.#most;
  }

  makeRoom(size: number): void {
    if (!this.fits(size)) {
      this.turnedAt = this.at;
      this.at = 0;
      this.#given = 0;
    } else if (this.at + size > this.bytes.length) {
      const larger = new Uint8Array(Math.min(this.#most, Math.max(this.bytes.length * 2, this.at + size)));
      larger.set(this.bytes.subarray(0, this.at));
      this.bytes = larger;
    }
  }

  /** Counts bytes that were written at `at`. */
  wrote(size: number): void {
    this.at += size;
    this.#known += size;
  }
}
