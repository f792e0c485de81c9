import { randomInt } from 'node:crypto';

import { Column } from './column.ts';

const PAGE_BITS = 16;
const PAGE_BYTES = 1 << PAGE_BITS;
/** Ends a part. No character is written with it. */
const END = 0xff;
/** Characters from here on are written in several bytes. */
const FIRST_OF_SEVERAL = 0x80;
/** What has no folder above it. */
const TOP = 0;
/** An archive must not be able to choose names that all meet in one slot. */
const SEED = randomInt(2 ** 32);

/**
 * Paths as numbers, and back. Each folder is held once and names are packed bytes, so that a million paths take some 20
 * MB. Any string is a path; parts end at `/`.
 */
export class PathTable {
  /** By number: the folder, and where the last part begins. */
  readonly #folders = new Column(Uint32Array);
  readonly #starts = new Column(Uint32Array);
  readonly #pages: Buffer[] = [];
  /** Where the next part goes, in the last page. */
  #free = PAGE_BYTES;
  /** Numbers by the hash of folder and part; 0 is an empty slot. */
  #slots = new Uint32Array(1024);
  /** The part that is looked for, as bytes. */
  #part = new Uint8Array(256);
  #partLength = 0;
  /** Entries of one folder follow each other: the last one is at hand, on the way in and on the way out. */
  #lastFolder = '';
  #lastFolderNumber = TOP;
  #lastShown = TOP;
  #lastShownPath = '';

  constructor() {
    // Number 0 is no path.
    this.#folders.push(TOP);
    this.#starts.push(0);
  }

  /** How many numbers are given away: folders that stand in no list of their own have one too. */
  get length(): number {
    return this.#starts.length;
  }

  /** The number of a path, from 1; the same for the same path. */
  add(path: string): number {
    return this.#walk(path, true);
  }

  /** The number of a path that was added, itself or something below it; 0 where none was. */
  find(path: string): number {
    return this.#walk(path, false);
  }

  path(number: number): string {
    const folder = this.#folders.at(number);
    if (folder === TOP) return this.#name(number);
    if (folder !== this.#lastShown) {
      this.#lastShownPath = this.#wholePath(folder);
      this.#lastShown = folder;
    }
    return `${this.#lastShownPath}/${this.#name(number)}`;
  }

  #wholePath(number: number): string {
    const parts: string[] = [];
    for (let at = number; at !== TOP; at = this.#folders.at(at)) parts.push(this.#name(at));
    return parts.reverse().join('/');
  }

  #walk(path: string, adds: boolean): number {
    const cut = path.lastIndexOf('/');
    if (cut === -1) return this.#child(TOP, path, adds);
    const folder = path.slice(0, cut);
    if (folder !== this.#lastFolder || this.#lastFolderNumber === TOP) {
      let at = TOP;
      for (const part of folder.split('/')) {
        at = this.#child(at, part, adds);
        if (at === 0) return 0;
      }
      this.#lastFolder = folder;
      this.#lastFolderNumber = at;
    }
    return this.#child(this.#lastFolderNumber, path.slice(cut + 1), adds);
  }

  #child(folder: number, part: string, adds: boolean): number {
    this.#encode(part);
    let slot = this.#slotOf(folder, this.#part, 0);
    for (; ; slot = (slot + 1) & (this.#slots.length - 1)) {
      const number = this.#slots[slot] ?? 0;
      if (number === 0) break;
      if (this.#folders.at(number) === folder && this.#isPart(number)) return number;
    }
    if (!adds) return 0;
    const number = this.#starts.length;
    this.#folders.push(folder);
    this.#starts.push(this.#keepPart());
    this.#slots[slot] = number;
    // Two thirds full: beyond that, chains grow long.
    if (number * 3 > this.#slots.length * 2) this.#grow();
    return number;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let number = 1; number < this.#starts.length; number++) {
      const { page, at } = this.#place(number);
      let slot = this.#slotOf(this.#folders.at(number), page, at);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = number;
    }
  }

  #slotOf(folder: number, bytes: Uint8Array, start: number): number {
    let hash = Math.imul(folder ^ SEED, 0x5bd1e995);
    for (let at = start; bytes[at] !== END; at++) {
      hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x5bd1e995);
      hash ^= hash >>> 15;
    }
    return hash & (this.#slots.length - 1);
  }

  #isPart(number: number): boolean {
    const { page, at } = this.#place(number);
    for (let index = 0; index < this.#partLength; index++) {
      if (page[at + index] !== this.#part[index]) return false;
    }
    return true;
  }

  /** Writes a part as bytes: each UTF-16 unit by itself in one to three, so that every string comes back as it was. */
  #encode(part: string): void {
    if (part.length * 3 >= this.#part.length) this.#part = new Uint8Array(part.length * 3 + 1);
    const bytes = this.#part;
    let to = 0;
    for (let at = 0; at < part.length; at++) {
      const unit = part.charCodeAt(at);
      if (unit < FIRST_OF_SEVERAL) bytes[to++] = unit;
      else {
        if (unit < 0x800) bytes[to++] = 0xc0 | (unit >> 6);
        else {
          bytes[to++] = 0xe0 | (unit >> 12);
          bytes[to++] = 0x80 | ((unit >> 6) & 0x3f);
        }
        bytes[to++] = 0x80 | (unit & 0x3f);
      }
    }
    bytes[to++] = END;
    this.#partLength = to;
  }

  #keepPart(): number {
    if (this.#free + this.#partLength > (this.#pages.at(-1)?.length ?? 0)) {
      this.#pages.push(Buffer.alloc(Math.max(PAGE_BYTES, this.#partLength)));
      this.#free = 0;
    }
    const page = this.#pages.length - 1;
    this.#pages[page]?.set(this.#part.subarray(0, this.#partLength), this.#free);
    const start = page * PAGE_BYTES + this.#free;
    this.#free += this.#partLength;
    return start;
  }

  /** A part lies in one page and begins within its first 64 KiB, however long it is. */
  #place(number: number): { readonly page: Buffer; readonly at: number } {
    const start = this.#starts.at(number);
    return { page: this.#pages[start >>> PAGE_BITS] ?? NO_PAGE, at: start & (PAGE_BYTES - 1) };
  }

  #name(number: number): string {
    const { page, at } = this.#place(number);
    let end = at;
    while ((page[end] ?? END) < FIRST_OF_SEVERAL) end++;
    // Nearly all names are ASCII.
    return page[end] === END
      ? page.toString('latin1', at, end)
      : decoded(page.subarray(at, page.indexOf(END, at)));
  }
}

const NO_PAGE = Buffer.of(END);

function decoded(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at++] ?? 0;
    const next = (): number => (bytes[at++] ?? 0) & 0x3f;
    if (first < FIRST_OF_SEVERAL) text += String.fromCharCode(first);
    else if (first < 0xe0) text += String.fromCharCode(((first & 0x1f) << 6) | next());
    else text += String.fromCharCode(((first & 0x0f) << 12) | (next() << 6) | next());
  }
  return text;
}
