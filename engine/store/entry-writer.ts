import type { EntryHeader } from '../ingest/entry-sink.ts';
import { AsUtf8 } from '../text/as-utf8.ts';
import { CR, LF, countByte } from '../text/line-ends.ts';
import { looksBinary } from '../text/looks-binary.ts';
import type { BlockFile } from './block-file.ts';
import { BLOCK_BYTES } from './block-size.ts';
import type { Column } from '../columns/column.ts';
import type { EntryRow } from './entry-table.ts';
import type { LineEnd } from './stored-entry.ts';

/**
 * Takes the content of one entry into the stream and counts its lines. Line ends are LF; only where an entry holds
 * none at all are they CR, so both are counted until the first LF is met.
 */
export class EntryWriter {
  readonly #header: EntryHeader;
  readonly #blocks: BlockFile;
  readonly #endsBefore: Column;
  readonly #ends: number;
  readonly #start: number;
  readonly #asUtf8 = new AsUtf8();
  #binary: boolean | undefined;
  #lineFeeds = 0;
  #returns = 0;
  #last = -1;
  #isCrLf = false;

  /** `ends` are the line ends of all entries before. */
  constructor(header: EntryHeader, blocks: BlockFile, endsBefore: Column, ends: number) {
    this.#header = header;
    this.#blocks = blocks;
    this.#endsBefore = endsBefore;
    this.#ends = ends;
    this.#start = blocks.length;
  }

  chunk(bytes: Uint8Array): void {
    this.#append(this.#asUtf8.chunk(bytes));
  }

  end(state: 'whole' | 'cut'): EntryRow {
    this.#append(this.#asUtf8.end());
    const { path, firstLine = 1 } = this.#header;
    const open = this.#last !== -1 && this.#last !== (this.#lineFeeds === 0 ? CR : LF);
    return {
      path,
      start: this.#start,
      end: this.#blocks.length,
      endsBefore: this.#ends,
      lines: this.lineEnds + (open ? 1 : 0),
      firstLine,
      encoding: this.#asUtf8.encoding,
      lineEnd: this.#lineEnd(),
      binary: this.#binary ?? false,
      section: false,
      cut: state === 'cut',
    };
  }

  get lineEnds(): number {
    return this.#lineFeeds === 0 ? this.#returns : this.#lineFeeds;
  }

  #lineEnd(): LineEnd {
    if (this.#lineFeeds === 0) return this.#returns === 0 ? 'none' : 'cr';
    return this.#isCrLf ? 'crlf' : 'lf';
  }

  #append(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#binary ??= looksBinary(bytes);
    for (let at = 0; at < bytes.length && this.#blocks.isOpen;) {
      const part = bytes.subarray(at, at + this.#blocks.room);
      this.#count(part);
      this.#blocks.append(part);
      this.#last = part.at(-1) ?? -1;
      if (this.#blocks.length % BLOCK_BYTES === 0) this.#endsBefore.push(this.#ends + this.lineEnds);
      at += part.length;
    }
  }

  #count(part: Uint8Array): void {
    const lineFeeds = countByte(part, LF);
    if (this.#lineFeeds === 0 && lineFeeds > 0) {
      const at = part.indexOf(LF);
      this.#isCrLf = (at === 0 ? this.#last : part[at - 1]) === CR;
      this.#forgetReturns();
    }
    this.#lineFeeds += lineFeeds;
    if (this.#lineFeeds === 0) this.#returns += countByte(part, CR);
  }

  /** Blocks of this entry that were counted by their CRs hold no line end after all. */
  #forgetReturns(): void {
    if (this.#returns === 0) return;
    const first = Math.floor(this.#start / BLOCK_BYTES) + 1;
    for (let block = first; block < this.#endsBefore.length; block++) this.#endsBefore.set(block, this.#ends);
  }
}
