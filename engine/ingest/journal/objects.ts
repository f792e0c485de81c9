import {
  ARRAY_HEAD_BYTES,
  ENTRY_HEAD_BYTES,
  KNOWN_PACKED,
  LAST_TYPE,
  OBJECT,
  OBJECT_HEAD_BYTES,
  wordAt,
  type Layout,
} from './format.ts';
import type { Pages } from './pages.ts';

export interface JournalObject {
  readonly at: number;
  readonly type: number;
  readonly flags: number;
  readonly size: number;
}

/** Finds objects in a journal, and tells what can be none. */
export class Objects {
  readonly #pages: Pages;
  readonly #first: number;
  readonly #least: readonly number[];

  /** `first` is where the first object begins. */
  constructor(pages: Pages, first: number, { dataHeadBytes }: Layout) {
    this.#pages = pages;
    this.#first = first;
    const least = new Array<number>(LAST_TYPE + 1).fill(OBJECT_HEAD_BYTES);
    least[OBJECT.data] = dataHeadBytes;
    least[OBJECT.entry] = ENTRY_HEAD_BYTES;
    least[OBJECT.entryArray] = ARRAY_HEAD_BYTES;
    this.#least = least;
  }

  /** The object at an offset, undefined where there can be none. */
  async at(offset: number): Promise<JournalObject | undefined> {
    if (offset < this.#first || offset % 8 !== 0 || offset > this.#pages.size - OBJECT_HEAD_BYTES)
      return undefined;
    return this.#objectIn(await this.#pages.read(offset, OBJECT_HEAD_BYTES), 0, offset);
  }

  /** The same where it has to be of one type. */
  async ofType(type: number, offset: number): Promise<JournalObject | undefined> {
    const object = await this.at(offset);
    return object?.type === type ? object : undefined;
  }

  /** The next place at or after an offset where an object may begin, as after damage. */
  async nextAfter(offset: number): Promise<JournalObject | undefined> {
    const piece = 64 * 1024;
    for (let from = Math.ceil(offset / 8) * 8; from <= this.#pages.size - OBJECT_HEAD_BYTES; from += piece) {
      const bytes = await this.#pages.read(from, piece + OBJECT_HEAD_BYTES);
      for (let at = 0; at < piece && at + OBJECT_HEAD_BYTES <= bytes.length; at += 8) {
        const object = bytes[at] === 0 ? undefined : this.#objectIn(bytes, at, from + at);
        if (object) return object;
      }
    }
    return undefined;
  }

  #objectIn(bytes: Buffer, at: number, offset: number): JournalObject | undefined {
    const type = bytes[at] ?? 0;
    const flags = bytes[at + 1] ?? 0;
    const size = wordAt(bytes, at + 8);
    const least = this.#least[type];
    if (type === 0 || least === undefined || size < least || offset + size > this.#pages.size)
      return undefined;
    if (flags > KNOWN_PACKED || (flags !== 0 && type !== OBJECT.data)) return undefined;
    // The six bytes between flags and size are kept for later, and zero.
    if (bytes.readUIntLE(at + 2, 6) !== 0) return undefined;
    return { at: offset, type, flags, size };
  }
}
