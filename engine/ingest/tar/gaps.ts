import type { ProblemCode } from '../../api/index.ts';

type NoteGap = (code: ProblemCode, detail: string, offset: number) => void;

/** Zero blocks that end an archive. */
const END_BLOCKS = 2;

interface Loss {
  readonly from: number;
  /** Behind the last block of it that is not all zeros. */
  to: number;
  readonly behindEnd: boolean;
}

/** Keeps count of blocks that are no header: the end of the archive, bodies that need not be there, and damage. */
export class TarGaps {
  readonly #note: NoteGap;
  #zeros = 0;
  #ended = false;
  #anything = false;
  /** Up to here, blocks may belong to a body. */
  #bodyEnd = 0;
  /** What is skipped in search of a header. */
  #lost: Loss | undefined;

  constructor(note: NoteGap) {
    this.#note = note;
  }

  /** True where records in front of an entry have lost it: in damage, or behind the end of an archive. */
  get isApart(): boolean {
    return this.#lost !== undefined || this.#ended;
  }

  /** The next blocks may be a body or the next header. */
  mayHold(bytes: number, offset: number): void {
    this.#bodyEnd = offset + bytes;
  }

  /** A block that is no header. */
  pass(block: Uint8Array, offset: number): void {
    if (isZero(block)) {
      this.#zeros++;
      if (this.#zeros >= END_BLOCKS) this.#ended = true;
      return;
    }
    this.#zeros = 0;
    if (offset < this.#bodyEnd) return;
    this.#lost ??= { from: offset, to: offset, behindEnd: this.#ended };
    this.#lost.to = offset + block.length;
  }

  /** A header: what was before it is told. */
  found(offset: number): void {
    this.#anything = true;
    const inBody = offset <= this.#bodyEnd;
    this.#bodyEnd = 0;
    if (this.#zeros === 0 && !this.#lost && !this.#ended) return;
    if (this.#lost) {
      const { from, behindEnd } = this.#lost;
      const detail = `No tar header at byte ${from}; ${offset - from} bytes up to the next were skipped`;
      this.#note(behindEnd ? 'trailing-data' : 'damaged', detail, from);
    } else if (this.#ended && !inBody) {
      this.#note('trailing-data', `Another tar begins behind the end of the first; it was read too`, offset);
    }
    this.#zeros = 0;
    this.#ended = false;
    this.#lost = undefined;
  }

  /** The end of the bytes, with what is left of a block. */
  end(rest: Uint8Array, offset: number, broken: boolean): void {
    const end = isZero(rest) ? (this.#lost?.to ?? offset) : offset + rest.length;
    if (this.#lost) {
      const { from, behindEnd } = this.#lost;
      if (behindEnd) this.#noteTrailing(from, end);
      else
        this.#note(
          'damaged',
          `No tar header at byte ${from}, nor in the ${end - from} bytes behind it`,
          from,
        );
    } else if (end > offset && this.#ended) this.#noteTrailing(offset, end);
    else if (end > offset) this.#note('truncated', 'The tar ends inside a header', offset);
    else if (this.#zeros === 0 && this.#anything && !broken)
      this.#note('truncated', 'The tar ends without its end mark; entries may be missing', offset);
  }

  #noteTrailing(from: number, end: number): void {
    this.#note('trailing-data', `${end - from} bytes behind the end of the tar are no tar`, from);
  }
}

export function isZero(block: Uint8Array): boolean {
  for (const byte of block) if (byte !== 0) return false;
  return true;
}
