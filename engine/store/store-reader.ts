import { CR, LF, countByte, nthByte } from '../text/line-ends.ts';
import { lineText, wholeCharacters } from '../text/line-text.ts';
import type { BlockFile } from './block-file.ts';
import { BLOCK_BYTES } from './block-size.ts';
import type { Column } from '../columns/column.ts';
import type { EntryRow } from './entry-table.ts';
import type { StoredLine } from './stored-entry.ts';

/** Reads lines and bytes at any place of an entry. `endsBefore` holds, for each block, the line ends before it. */
export class StoreReader {
  readonly #blocks: BlockFile;
  readonly #endsBefore: Column;

  constructor(blocks: BlockFile, endsBefore: Column) {
    this.#blocks = blocks;
    this.#endsBefore = endsBefore;
  }

  /** Lines by their numbers; fewer where the entry ends before. */
  lines(row: EntryRow, from: number, count: number, limit: number): readonly StoredLine[] {
    const lines: StoredLine[] = [];
    const first = Math.max(from, row.firstLine);
    const end = Math.min(first + count, row.firstLine + row.lines);
    let start = first < end ? this.lineStart(row, first) : 0;
    for (let number = first; number < end && start < this.#lastOf(row); number++) {
      const { text, bytes, next, shown } = this.#lineFrom(row, number, start, limit);
      lines.push({ number, text, cut: shown < bytes, bytes, at: start - row.start });
      start = next;
    }
    return lines;
  }

  /** Where a line begins in the stream. Lines are counted from the entry's first. */
  lineStart(row: EntryRow, number: number): number {
    const before = number - row.firstLine;
    if (before <= 0) return row.start;
    if (before >= row.lines) return row.end;
    return this.#afterEnd(row, row.endsBefore + before);
  }

  /** The number of the line that holds a byte of the stream. */
  lineAt(row: EntryRow, place: number): number {
    const at = Math.max(row.start, Math.min(place, row.end - 1));
    const from = Math.max(row.start, Math.floor(at / BLOCK_BYTES) * BLOCK_BYTES);
    const base = from === row.start ? row.endsBefore : this.#endsBefore.at(from / BLOCK_BYTES);
    const block = this.#blocks.block(Math.floor(from / BLOCK_BYTES));
    const ends = countByte(
      block,
      endOf(row),
      from % BLOCK_BYTES,
      at - Math.floor(at / BLOCK_BYTES) * BLOCK_BYTES,
    );
    return row.firstLine + base - row.endsBefore + ends;
  }

  bytes(from: number, to: number): Buffer {
    const parts: Uint8Array[] = [];
    for (let at = from; at < to;) {
      const inBlock = at % BLOCK_BYTES;
      const part = this.#blocks.block(Math.floor(at / BLOCK_BYTES)).subarray(inBlock, inBlock + to - at);
      if (part.length === 0) break;
      parts.push(part);
      at += part.length;
    }
    return Buffer.concat(parts);
  }

  /** Where it stops to be readable, be it the entry's own end or what the disk could not take. */
  #lastOf(row: EntryRow): number {
    return Math.min(row.end, this.#blocks.readableTo);
  }

  #lineFrom(row: EntryRow, number: number, start: number, limit: number) {
    const next = this.#nextLine(row, number, start);
    let end = Math.min(next, this.#lastOf(row));
    if (end > start && this.#byteAt(end - 1) === endOf(row)) end--;
    if (end > start && endOf(row) === LF && this.#byteAt(end - 1) === CR) end--;
    const bytes = end - start;
    // Four bytes more than the limit tell where its last character ends.
    const head = this.bytes(start, start + Math.min(bytes, limit + 4));
    const shown = bytes <= limit ? bytes : wholeCharacters(head, limit);
    return { text: lineText(head.subarray(0, shown)), bytes, shown, next };
  }

  #nextLine(row: EntryRow, number: number, start: number): number {
    const inBlock = start % BLOCK_BYTES;
    const block = this.#blocks.block(Math.floor(start / BLOCK_BYTES));
    const end = block.indexOf(endOf(row), inBlock);
    const next = end === -1 ? undefined : start - inBlock + end + 1;
    if (next !== undefined) return Math.min(next, row.end);
    return this.lineStart(row, number + 1);
  }

  #byteAt(place: number): number {
    return this.#blocks.block(Math.floor(place / BLOCK_BYTES))[place % BLOCK_BYTES] ?? 0;
  }

  /** The place behind the line end that is the `ordinal`-th of the whole stream. */
  #afterEnd(row: EntryRow, ordinal: number): number {
    const first = Math.floor(row.start / BLOCK_BYTES);
    const beyond = Math.floor((row.end - 1) / BLOCK_BYTES) + 1;
    const number = Math.max(first, this.#endsBefore.lastBelow(ordinal, first, beyond));
    const from = Math.max(row.start, number * BLOCK_BYTES);
    const base = number === first ? row.endsBefore : this.#endsBefore.at(number);
    const at = nthByte(this.#blocks.block(number), endOf(row), ordinal - base, from % BLOCK_BYTES);
    return at === -1 ? row.end : number * BLOCK_BYTES + at + 1;
  }
}

function endOf({ lineEnd }: EntryRow): number {
  // Without any line end it does not matter which one is looked for.
  return lineEnd === 'cr' ? CR : LF;
}
