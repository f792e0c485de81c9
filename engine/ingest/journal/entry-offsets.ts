import type { JournalHeader } from './header.ts';
import { ARRAY_HEAD_BYTES, OBJECT, wordAt } from './format.ts';
import type { Objects } from './objects.ts';
import type { Pages } from './pages.ts';

/** Takes down what is wrong with the file, and where. */
export type NoteDamage = (detail: string, offset: number) => void;

/** Bytes of an array that are looked at at once; arrays double, and the last ones have megabytes. */
const PIECE_BYTES = 64 * 1024;

/**
 * Where the entries of a journal lie, in the order in which they were written: by the chain of arrays, and behind the
 * place where that breaks by going from object to object. A journal only ever grows, so offsets that rise are the
 * proof that no chain goes in a circle.
 */
export class EntryOffsets {
  readonly #pages: Pages;
  readonly #objects: Objects;
  readonly #header: JournalHeader;
  readonly #note: NoteDamage;
  #last = 0;
  #isBroken = false;

  constructor(pages: Pages, objects: Objects, header: JournalHeader, note: NoteDamage) {
    this.#pages = pages;
    this.#objects = objects;
    this.#header = header;
    this.#note = note;
  }

  async *all(): AsyncGenerator<number> {
    let count = 0;
    for await (const offset of this.#byArrays()) {
      count++;
      yield offset;
    }
    if (this.#isBroken || count < this.#header.entries) yield* this.#byObjects();
  }

  async *#byArrays(): AsyncGenerator<number> {
    let before = 0;
    for (let at = this.#header.firstArray; at !== 0;) {
      const array = at > before ? await this.#objects.ofType(OBJECT.entryArray, at) : undefined;
      if (!array) {
        this.#break('The list of entries leads to where none can be', at);
        return;
      }
      yield* this.#inArray(array.at, array.size);
      before = at;
      at = wordAt(await this.#pages.read(array.at + 16, 8), 0);
    }
  }

  async *#inArray(at: number, size: number): AsyncGenerator<number> {
    const { arrayItemBytes, wideOffsets } = this.#header.layout;
    const end = at + size - (size % arrayItemBytes);
    for (let from = at + ARRAY_HEAD_BYTES; from < end; from += PIECE_BYTES) {
      const items = await this.#pages.read(from, Math.min(PIECE_BYTES, end - from));
      for (let item = 0; item + arrayItemBytes <= items.length; item += arrayItemBytes) {
        const offset = wideOffsets ? wordAt(items, item) : items.readUInt32LE(item);
        // The array has room for more than it holds.
        if (offset === 0) return;
        if (offset > this.#last) yield (this.#last = offset);
        else this.#break('The list of entries goes back', from + item);
      }
    }
  }

  /** From the last entry that was found, or from the first object. */
  async *#byObjects(): AsyncGenerator<number> {
    const known = this.#last;
    let next = known === 0 ? this.#header.headerBytes : known;
    for (;;) {
      const object = (await this.#objects.at(next)) ?? (await this.#objects.nextAfter(next));
      if (!object) return;
      if (object.type === OBJECT.entry && object.at > known) yield (this.#last = object.at);
      next = Math.max(object.at + Math.ceil(object.size / 8) * 8, next + 8);
    }
  }

  #break(detail: string, offset: number): void {
    if (!this.#isBroken) this.#note(`${detail}; its entries are looked for one by one`, offset);
    this.#isBroken = true;
  }
}
