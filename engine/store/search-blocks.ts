import type { FoundLine } from '../search/found-line.ts';
import { LineSearch } from '../search/line-search.ts';
import type { LineMatcher } from '../search/query.ts';
import { BlockCursor } from './block-cursor.ts';
import type { BlockFile } from './block-file.ts';
import type { EntryRow, EntryTable } from './entry-table.ts';

export interface StoreSearchOptions {
  readonly matcher: LineMatcher;
  /** Lines before and after each that matches. */
  readonly context?: number;
  /** Lines that match in all after which the search ends. */
  readonly mostLines?: number;
  /** Milliseconds after which it ends with what it has. */
  readonly budget?: number;
  readonly signal?: AbortSignal;
}

/** What was found in one part of an entry. Parts of an entry follow each other. */
export interface FoundInEntry {
  readonly entry: number;
  readonly lines: readonly FoundLine[];
  /** The entry is no text, and what is looked for is in it. */
  readonly binary: boolean;
}

export interface StoreSearchEnd {
  readonly ended: 'complete' | 'cancelled' | 'most-lines' | 'budget';
  /** Lines that match, context not counted, and entries with any. */
  readonly lines: number;
  readonly entries: number;
  readonly bytesSearched: number;
}

/** Searches entries in the order that is given; where they lie one behind the other each block is unpacked once. */
export async function* searchBlocks(
  blocks: BlockFile,
  table: EntryTable,
  entries: Iterable<number>,
  options: StoreSearchOptions,
): AsyncGenerator<FoundInEntry, StoreSearchEnd> {
  const run = new SearchRun(options);
  const cursor = new BlockCursor(blocks);
  try {
    for (const entry of entries) {
      const row = table.row(entry);
      const finds = new Finds(entry, row, run);
      const end = Math.min(row.end, blocks.readableTo);
      for await (const piece of cursor.pieces(row.start, end, blocks.readableTo)) {
        finds.chunk(piece, row.end - row.start);
        yield* finds.taken();
        if (run.isOver() || finds.isOver) break;
      }
      if (run.isOver()) break;
      finds.end();
      yield* finds.taken();
    }
  } finally {
    await cursor.end();
  }
  return run.end();
}

/** What a search has found so far, and whether it may go on. */
class SearchRun {
  readonly options: StoreSearchOptions;
  readonly #started = performance.now();
  #ended: StoreSearchEnd['ended'] = 'complete';
  lines = 0;
  entries = 0;
  bytes = 0;

  constructor(options: StoreSearchOptions) {
    this.options = options;
  }

  isOver(): boolean {
    const { signal, budget = Infinity, mostLines = Infinity } = this.options;
    if (this.#ended !== 'complete') return true;
    if (signal?.aborted) this.#ended = 'cancelled';
    else if (this.lines >= mostLines) this.#ended = 'most-lines';
    else if (performance.now() - this.#started > budget) this.#ended = 'budget';
    return this.#ended !== 'complete';
  }

  end(): StoreSearchEnd {
    const { lines, entries, bytes } = this;
    return { ended: this.#ended, lines, entries, bytesSearched: bytes };
  }
}

/** The search of one entry. */
class Finds {
  readonly #entry: number;
  readonly #run: SearchRun;
  readonly #search: LineSearch;
  #lines: FoundLine[] = [];
  #binary = false;
  #isFirst = true;
  isOver = false;

  constructor(entry: number, row: EntryRow, run: SearchRun) {
    this.#entry = entry;
    this.#run = run;
    const { matcher, context = 0 } = run.options;
    this.#search = new LineSearch({
      matcher,
      context,
      firstLine: row.firstLine,
      binary: row.binary,
      endsInReturns: row.lineEnd === 'cr',
      found: (line) => this.#found(line),
      foundInBinary: () => void (this.#binary = true),
    });
  }

  chunk(piece: Buffer, entryBytes: number): void {
    this.#run.bytes += piece.length;
    // Small files are the many: what is not in their bytes is in none of their lines.
    if (piece.length === entryBytes && this.#run.options.matcher.excludes(piece)) this.isOver = true;
    else if (!this.#search.chunk(piece)) this.isOver = true;
  }

  end(): void {
    if (!this.isOver) this.#search.end();
  }

  *taken(): Generator<FoundInEntry> {
    if (this.#lines.length === 0 && !this.#binary) return;
    if (this.#isFirst) this.#run.entries++;
    this.#isFirst = false;
    const lines = this.#lines;
    const binary = this.#binary;
    this.#lines = [];
    this.#binary = false;
    yield { entry: this.#entry, lines, binary };
  }

  #found(line: FoundLine): boolean {
    this.#lines.push(line);
    if (!line.context) this.#run.lines++;
    return !this.#run.isOver();
  }
}
