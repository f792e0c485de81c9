import type { EntryPath } from '../api/index.ts';
import type { EntryHeader } from '../ingest/entry-sink.ts';
import type { FoundLine } from '../search/found-line.ts';
import { LineSearch } from '../search/line-search.ts';
import { AsUtf8 } from '../text/as-utf8.ts';
import { linesFrom } from './line-range.ts';
import type { LookOptions } from './protocol.ts';
import type { WantedAddress } from './wanted-address.ts';

/** Bytes of a line that are given: nobody reads more of it, and no terminal shows it. */
const MOST_LINE_BYTES = 1024 * 1024;

/** Gives the content of one entry: its bytes, or a range of its lines. */
export class ShownContent {
  readonly path: EntryPath;
  readonly #give: LookOptions['give'];
  readonly #lastLine: number;
  readonly #search: LineSearch | undefined;
  readonly #asUtf8 = new AsUtf8();
  #found: FoundLine[] = [];
  lines = 0;
  /** True once all that is wanted was given. */
  isDone = false;

  constructor(
    { path, firstLine = 1 }: EntryHeader,
    wanted: WantedAddress,
    bytes: boolean,
    { give }: LookOptions,
  ) {
    this.path = path;
    this.#give = give;
    this.#lastLine = wanted.lastLine;
    if (bytes) return;
    this.#search = new LineSearch({
      matcher: linesFrom(Math.max(1, wanted.firstLine - firstLine + 1)),
      firstLine,
      context: 0,
      binary: false,
      shownBytes: MOST_LINE_BYTES,
      found: (line) => this.#take(line),
      foundInBinary: () => undefined,
    });
    if (wanted.lastLine < Math.max(firstLine, wanted.firstLine)) this.isDone = true;
  }

  /** Lines that were passed over or given. */
  get linesSeen(): number {
    return this.#search?.linesSeen ?? 0;
  }

  chunk(bytes: Uint8Array): boolean {
    if (this.isDone) return false;
    if (!this.#search) {
      // The bytes are lent for this call only.
      this.isDone = !this.#give({ kind: 'bytes', bytes: bytes.slice() });
      return !this.isDone;
    }
    this.#search.chunk(this.#asUtf8.chunk(bytes));
    this.#giveFound();
    return !this.isDone;
  }

  end(): void {
    if (this.#search && !this.isDone) {
      this.#search.chunk(this.#asUtf8.end());
      this.#search.end();
    }
    this.#giveFound();
  }

  #take(line: FoundLine): boolean {
    this.#found.push(line);
    this.lines++;
    if (line.line >= this.#lastLine) this.isDone = true;
    return !this.isDone;
  }

  #giveFound(): void {
    if (this.#found.length === 0) return;
    const lines = this.#found;
    this.#found = [];
    if (!this.#give({ kind: 'lines', entry: this.path, lines, binary: false })) this.isDone = true;
  }
}
