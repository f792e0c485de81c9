import { CR, LF, countByte } from '../text/line-ends.ts';
import { lineText, wholeCharacters } from '../text/line-text.ts';
import { looksBinary } from '../text/looks-binary.ts';
import { ContextLines } from './context-lines.ts';
import { SHOWN_BYTES, type FoundLine } from './found-line.ts';
import type { LineMatcher } from './query.ts';
import { UnfinishedLine } from './unfinished-line.ts';

export interface LineSearchOptions {
  readonly matcher: LineMatcher;
  /** Number of the first line. */
  readonly firstLine: number;
  /** Lines before and after each that matches. */
  readonly context: number;
  /** Whether it is no text, and whether its lines end in CR, where that is known; else the content tells. */
  readonly binary?: boolean;
  readonly endsInReturns?: boolean;
  /** Bytes of a line that are given; `SHOWN_BYTES` where it is left out. */
  readonly shownBytes?: number;
  /** Takes lines in their order; false ends the search of this entry. */
  found(line: FoundLine): boolean;
  /** Told instead, once, where an entry that is no text matches. */
  foundInBinary(): void;
}

/** Bytes without a line end that are searched as one line; what follows is searched as if it were a line of its own. */
const LONGEST_LINE = 1024 * 1024;
/** Bytes of one part of such a line that are searched with the next one again, for matches that lie in both. */
const OVERLAP = 1024;
/** Bytes before a match that are shown where the beginning of the line is too far away. */
const BEFORE_MATCH = 200;

/** Searches one entry whose content comes in chunks of UTF-8. What it holds of it is no more than one line. */
export class LineSearch {
  readonly #options: LineSearchOptions;
  readonly #context: ContextLines;
  readonly #shownBytes: number;
  readonly #rest = new UnfinishedLine();
  #line: number;
  #binary: boolean | undefined;
  /** Whether line ends are CR, once that is sure: the entry, or its first megabyte, has no LF. */
  #endsInReturns: boolean | undefined;
  /** The line that is read is longer than is held: whether the parts that are gone have matched. */
  #longLine: 'searched' | 'matched' | undefined;
  #isOver = false;

  constructor(options: LineSearchOptions) {
    this.#options = options;
    this.#line = options.firstLine;
    this.#shownBytes = options.shownBytes ?? SHOWN_BYTES;
    this.#binary = options.binary;
    this.#endsInReturns = options.endsInReturns;
    this.#context = new ContextLines(options.context, (line, bytes) => this.#giveContext(line, bytes));
  }

  /** Whole lines that went by. */
  get linesSeen(): number {
    return this.#line - this.#options.firstLine;
  }

  /** False where no more is wanted. */
  chunk(bytes: Uint8Array): boolean {
    if (bytes.length === 0) return !this.#isOver;
    this.#binary ??= looksBinary(bytes);
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.#endsInReturns === undefined && chunk.includes(LF)) this.#endsInReturns = false;
    this.#take(this.#endsInReturns ? withLineFeeds(chunk) : chunk);
    return !this.#isOver;
  }

  end(): void {
    if (this.#endsInReturns === undefined && this.#rest.value.includes(CR)) {
      this.#take(withLineFeeds(this.#rest.take()));
    }
    const last = this.#rest.take();
    this.#window(last);
    if (last.length > 0 && last.at(-1) !== LF) this.#line++;
  }

  #take(chunk: Buffer): void {
    const first = chunk.indexOf(LF) + 1;
    if (first === 0) {
      this.#rest.append(chunk);
      if (this.#rest.length > LONGEST_LINE) this.#takePart();
      return;
    }
    const isBegun = this.#rest.length > 0;
    if (isBegun) {
      this.#rest.append(chunk.subarray(0, first));
      this.#window(this.#rest.take());
    }
    const last = chunk.lastIndexOf(LF) + 1;
    this.#window(chunk.subarray(isBegun ? first : 0, last));
    this.#rest.append(chunk.subarray(last));
  }

  /** A line goes on beyond what is held: what there is of it is searched, and its end is waited for. */
  #takePart(): void {
    const part = this.#rest.take();
    if (this.#endsInReturns === undefined) {
      this.#endsInReturns = part.includes(CR);
      if (this.#endsInReturns) return this.#take(withLineFeeds(part));
    }
    if (this.#longLine !== 'matched') this.#searchPart(part);
    if (this.#longLine === 'searched') this.#rest.append(part.subarray(-OVERLAP));
  }

  #searchPart(part: Buffer): void {
    this.#longLine = 'searched';
    const { matcher } = this.#options;
    const at = matcher.find(part, 0);
    if (this.#isOver || at === -1 || !matcher.matches(lineText(part))) return;
    this.#longLine = 'matched';
    this.#context.begin(this.#line);
    this.#context.match(part, 0, this.#line);
    this.#give(part, at, this.#line, true);
  }

  #window(window: Buffer): void {
    if (this.#isOver || window.length === 0) return;
    this.#context.begin(this.#line);
    if (this.#longLine === 'matched') this.#skipLine(window);
    else this.#search(window, 0);
    this.#longLine = undefined;
  }

  /** The end of a line that has matched already. */
  #skipLine(window: Buffer): void {
    const next = window.indexOf(LF) + 1 || window.length;
    this.#line++;
    this.#context.given(next, this.#line);
    this.#search(window, next);
  }

  #search(window: Buffer, from: number): void {
    const { matcher } = this.#options;
    let counted = from;
    for (let at = from; at < window.length && !this.#isOver;) {
      const found = matcher.find(window, at);
      if (found === -1) break;
      const start = found === 0 ? 0 : window.lastIndexOf(LF, found - 1) + 1;
      at = window.indexOf(LF, found) + 1 || window.length;
      const line = withoutEnd(window.subarray(start, at));
      if (!matcher.matches(lineText(line))) continue;
      this.#line += countByte(window, LF, counted, start);
      this.#context.match(window, start, this.#line);
      this.#context.given(at, this.#line + 1);
      counted = start;
      this.#give(line, found - start, this.#line, start === 0 && this.#longLine !== undefined);
    }
    this.#line += countByte(window, LF, counted, window.length);
    if (!this.#isOver) this.#context.end(window, this.#line);
  }

  #give(line: Buffer, match: number, number: number, isPart: boolean): void {
    if (this.#binary) {
      this.#options.foundInBinary();
      this.#isOver = true;
      return;
    }
    const from =
      line.length <= this.#shownBytes || match < this.#shownBytes / 2
        ? 0
        : characterStart(line, match - BEFORE_MATCH);
    const shown = line.subarray(from, from + wholeCharacters(line.subarray(from), this.#shownBytes));
    const text = lineText(shown);
    const cut = isPart || shown.length < line.length;
    const ranges = this.#options.matcher.ranges(text);
    if (!this.#options.found({ line: number, text, cut, ranges, context: false })) this.#isOver = true;
  }

  #giveContext(number: number, bytes: Buffer): void {
    if (this.#binary || this.#isOver) return;
    const line = withoutEnd(bytes);
    const text = lineText(line.subarray(0, wholeCharacters(line, this.#shownBytes)));
    const cut = line.length > this.#shownBytes;
    if (!this.#options.found({ line: number, text, cut, ranges: [], context: true })) this.#isOver = true;
  }
}

function withoutEnd(line: Buffer): Buffer {
  let end = line.length;
  if (end > 0 && line[end - 1] === LF) end--;
  if (end > 0 && line[end - 1] === CR) end--;
  return line.subarray(0, end);
}

function characterStart(line: Buffer, at: number): number {
  let start = Math.max(0, at);
  while (start > 0 && start > at - 4 && ((line[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}

/** A copy in which each CR has become the line end that is searched for. */
function withLineFeeds(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  for (let at = copy.indexOf(CR); at !== -1; at = copy.indexOf(CR, at + 1)) copy[at] = LF;
  return copy;
}
