import { BLOCK, isTarHeader, looksLikeHeader } from './header.ts';

/** What is kept of a body in which headers stand: beyond it, a size that lies is believed. */
const MOST_KEPT = 32 * 1024 * 1024;
/** Bytes of one tar that may be read again, or headers that all lie would make it longer with each of them. */
const MOST_AGAIN = 4 * MOST_KEPT;
/** Where the magic begins with a letter that little else has there. */
const LETTER_AT = 257;
const LETTER = 0x75;

/**
 * Entries that a header swallows whose size lies, though its checksum is right. What stands in a body from the first
 * header in it on is kept, until what follows the body shows whether the size was right: a header or the end of the
 * archive, or neither.
 */
export class Swallowed {
  readonly #block = Buffer.alloc(BLOCK);
  #filled = 0;
  #isFirst = true;
  #isOff = true;
  #kept: Buffer[] = [];
  #keptBytes = 0;
  #again = 0;

  /** Begins with another body. */
  begin(): void {
    this.#filled = 0;
    this.#isFirst = true;
    this.#isOff = false;
    this.forget();
  }

  /** The size was right. */
  forget(): void {
    if (this.#keptBytes === 0) return;
    this.#kept = [];
    this.#keptBytes = 0;
  }

  /** The next bytes of the body and of what fills its last block. */
  look(part: Uint8Array): void {
    if (this.#isOff) return;
    if (this.#keptBytes > 0) return this.#keep(part);
    let at = 0;
    if (this.#filled > 0) {
      at = Math.min(BLOCK - this.#filled, part.length);
      this.#block.set(part.subarray(0, at), this.#filled);
      this.#filled += at;
      if (this.#filled < BLOCK) return;
      this.#filled = 0;
      if (this.#isHeader(this.#block)) {
        this.#keep(this.#block);
        return this.#keep(part.subarray(at));
      }
    }
    for (; at + BLOCK <= part.length && !this.#isOff; at += BLOCK) {
      if (this.#isHeader(part.subarray(at, at + BLOCK))) return this.#keep(part.subarray(at));
    }
    this.#block.set(part.subarray(at, at + BLOCK));
    this.#filled = part.length - at;
  }

  /** All from the first header in the last body on, to be read again; undefined where there is none. */
  take(): Buffer | undefined {
    if (this.#keptBytes === 0 || this.#again + this.#keptBytes > MOST_AGAIN) return undefined;
    this.#again += this.#keptBytes;
    const bytes = Buffer.concat(this.#kept);
    this.begin();
    return bytes;
  }

  #isHeader(block: Uint8Array): boolean {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (block[LETTER_AT] !== LETTER || !looksLikeHeader(block) || !isTarHeader(block)) return false;
    // A body that begins with a header is a tar itself, and full of them.
    this.#isOff = isFirst;
    return !isFirst;
  }

  #keep(part: Uint8Array): void {
    this.#keptBytes += part.length;
    this.#kept.push(Buffer.from(part));
    if (this.#keptBytes <= MOST_KEPT) return;
    this.forget();
    this.#isOff = true;
  }
}
