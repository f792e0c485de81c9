import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { EntryPath, Note } from '../api/index.ts';
import type { EntryHeader, EntrySink } from '../ingest/entry-sink.ts';
import { BlockCursor } from './block-cursor.ts';
import { BlockFile, type StopReason } from './block-file.ts';
import { Column } from '../columns/column.ts';
import { EntryTable, type EntryRow } from './entry-table.ts';
import { EntryWriter } from './entry-writer.ts';
import {
  searchBlocks,
  type FoundInEntry,
  type StoreSearchEnd,
  type StoreSearchOptions,
} from './search-blocks.ts';
import { makeStoreFolder, removeStoreFolder, sweepStoreFolders } from './store-folder.ts';
import { StoreReader } from './store-reader.ts';
import type { StoredEntry, StoredLine } from './stored-entry.ts';

export interface StoreOptions {
  /** Bytes on disk that it may take; never more than nine tenths of what is free. */
  readonly quotaBytes: number;
  /** Told once where a full disk or the quota ends the keeping. */
  readonly note: Note;
  /** Where the private folder is made: the system's place for temporary files by default. */
  readonly parent?: string;
}

/** Bytes of a line that are shown where nobody asks for more. */
export const SHOWN_LINE_BYTES = 16 * 1024;
/** A disk that is filled to its last byte harms others: so much of the free space is left alone. */
const LEFT_FREE = 0.1;

/**
 * Keeps what was read, for viewing and search, while it goes by: the content of all entries is one stream of packed
 * blocks in a private folder. Where the disk is full, later entries are not kept and everything else goes on.
 */
export class ContentStore implements EntrySink {
  readonly #folder: string;
  readonly #blocks: BlockFile;
  readonly #endsBefore = new Column();
  readonly #table = new EntryTable();
  readonly #reader: StoreReader;
  #ends = 0;
  #writer: EntryWriter | undefined;
  #sectioned: EntryRow | undefined;
  #holdsSections = false;

  constructor({ quotaBytes, note, parent = tmpdir() }: StoreOptions) {
    sweepStoreFolders(parent);
    this.#folder = makeStoreFolder(parent);
    const onStop = (reason: StopReason): void =>
      note(stopProblem(reason, this.#blocks.length, this.#table.length));
    const free = freeBytes(this.#folder) * (1 - LEFT_FREE);
    this.#blocks = new BlockFile(join(this.#folder, '0'), { quotaBytes: Math.min(quotaBytes, free), onStop });
    this.#endsBefore.push(0);
    this.#reader = new StoreReader(this.#blocks, this.#endsBefore);
  }

  /** How many entries are kept; they are counted from 0. */
  get length(): number {
    return this.#table.length;
  }

  get bytesOnDisk(): number {
    return this.#blocks.bytesOnDisk;
  }

  begin(header: EntryHeader): boolean {
    if (header.kind !== 'file' || header.holds === 'members' || !this.#blocks.isOpen) return false;
    if (this.#addSection(header)) return false;
    this.#holdsSections = header.holds === 'sections';
    this.#writer = new EntryWriter(header, this.#blocks, this.#endsBefore, this.#ends);
    return true;
  }

  chunk(bytes: Uint8Array): boolean {
    this.#writer?.chunk(bytes);
    return this.#blocks.isOpen;
  }

  end(state: 'whole' | 'cut'): void {
    if (!this.#writer) return;
    const row = this.#writer.end(state);
    this.#ends += this.#writer.lineEnds;
    this.#table.add(row);
    this.#sectioned = this.#holdsSections && row.encoding === 'utf-8' ? row : undefined;
    this.#writer = undefined;
  }

  problem(): void {
    // Problems are the report's; the store only keeps content.
  }

  /** Ends when what was read is on disk. */
  async settle(): Promise<void> {
    await this.#blocks.settle();
  }

  /** All entries but sections, whose lines are those of the files that hold them. */
  *wholeEntries(): Generator<number> {
    for (let number = 0; number < this.#table.length; number++) {
      if (!this.#table.row(number).section) yield number;
    }
  }

  find(path: EntryPath): number | undefined {
    return this.#table.find(path);
  }

  entry(number: number): StoredEntry {
    const { path, start, end, lines, firstLine, cut, ...told } = this.#table.row(number);
    const readable = this.#blocks.readableTo;
    const { encoding, lineEnd, binary, section } = told;
    return {
      ...{ number, path, bytes: end - start, lines, firstLine, encoding, lineEnd, binary, section },
      state: cut ? 'cut' : 'whole',
      kept: end <= readable ? 'whole' : start < readable ? 'part' : 'none',
    };
  }

  /** Lines by their numbers, each cut at `limit` bytes; fewer where the entry ends before. */
  lines(entry: number, from: number, count: number, limit = SHOWN_LINE_BYTES): readonly StoredLine[] {
    return this.#reader.lines(this.#table.row(entry), from, count, limit);
  }

  /** Bytes of an entry as they are kept; fewer where it ends before. */
  bytes(entry: number, at: number, length: number): Buffer {
    const { start, end } = this.#table.row(entry);
    const from = start + Math.max(0, at);
    return this.#reader.bytes(from, Math.min(from + length, end, this.#blocks.readableTo));
  }

  /** Where a line begins, in bytes from the entry's first. */
  byteOfLine(entry: number, line: number): number {
    const row = this.#table.row(entry);
    return this.#reader.lineStart(row, line) - row.start;
  }

  /** The number of the line that holds a byte of the entry. */
  lineOfByte(entry: number, at: number): number {
    const row = this.#table.row(entry);
    return this.#reader.lineAt(row, row.start + at);
  }

  /** Pieces of an entry from its first byte to its last. */
  async *content(entry: number): AsyncGenerator<Buffer> {
    const { start, end } = this.#table.row(entry);
    yield* new BlockCursor(this.#blocks).pieces(start, Math.min(end, this.#blocks.readableTo));
  }

  /** Lines that match, entry by entry in the order that is given. */
  search(
    entries: Iterable<number>,
    options: StoreSearchOptions,
  ): AsyncGenerator<FoundInEntry, StoreSearchEnd> {
    return searchBlocks(this.#blocks, this.#table, entries, options);
  }

  /** Removes all that was kept. */
  async close(): Promise<void> {
    await this.#blocks.close();
    removeStoreFolder(this.#folder);
  }

  /** A section lies in the file before it and is not kept twice. */
  #addSection({ path, firstLine, size }: EntryHeader): boolean {
    const file = this.#sectioned;
    if (!file || firstLine === undefined || size === undefined || !path.startsWith(`${file.path}!#`))
      return false;
    const start = this.#reader.lineStart(file, firstLine);
    const end = Math.min(start + size, file.end);
    const endsBefore = file.endsBefore + firstLine - file.firstLine;
    const lines = size === 0 ? 0 : this.#reader.lineAt(file, end - 1) - firstLine + 1;
    this.#table.add({
      ...file,
      path,
      start,
      end,
      endsBefore,
      lines,
      firstLine,
      section: true,
      cut: file.cut && end === file.end,
    });
    return true;
  }
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function stopProblem(reason: StopReason, bytes: number, entries: number): Parameters<Note>[0] {
  const until = `after ${entries} entries (${bytes} bytes)`;
  const rest = 'what was read later is judged but cannot be viewed or searched';
  if (reason.kind === 'quota') {
    return { code: 'limit-store-bytes', detail: `The store for viewing met its limit ${until}; ${rest}` };
  }
  const { code, message } = reason.error;
  const why =
    code === 'ENOSPC' || code === 'EDQUOT' ? 'The disk is full' : `The store cannot be written (${message})`;
  return { code: 'store-full', detail: `${why} ${until}; ${rest}` };
}
