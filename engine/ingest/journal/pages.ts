import type { RandomAccess } from '../random-access.ts';

const PAGE_BYTES = 64 * 1024;
/** 16 MiB: an entry points at objects all over the file, and most of them lie near it. */
const MOST_PAGES = 256;

/** Reads small pieces anywhere in a file by pages that are kept for a while. */
export class Pages {
  readonly size: number;
  readonly #access: RandomAccess;
  readonly #pages = new Map<number, Buffer>();

  constructor(access: RandomAccess) {
    this.#access = access;
    this.size = access.size;
  }

  /** Fewer bytes where the file ends before. The piece is not to be changed. */
  async read(at: number, length: number): Promise<Buffer> {
    const end = Math.min(at + length, this.size);
    const parts: Buffer[] = [];
    for (let from = at; from < end;) {
      const number = Math.floor(from / PAGE_BYTES);
      const page = this.#pages.get(number) ?? (await this.#load(number));
      const part = page.subarray(from - number * PAGE_BYTES, end - number * PAGE_BYTES);
      if (part.length === 0) break;
      parts.push(part);
      from += part.length;
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  async #load(number: number): Promise<Buffer> {
    const page = await this.#access.read(number * PAGE_BYTES, PAGE_BYTES);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size >= MOST_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    this.#pages.set(number, page);
    return page;
  }
}
