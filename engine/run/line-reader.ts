import type { AnyFact, Line, LinesPlan, Location } from '../api/index.ts';
import { newHits, scanLines } from '../scan/scan-lines.ts';
import { AsUtf8 } from '../text/as-utf8.ts';
import { CR, LF } from '../text/line-ends.ts';
import type { Plan } from './plan.ts';
import { lineStart, nextLine, textOf } from './window-lines.ts';

/** The address of an entry; it is rewritten once, when the bundle's root is known. */
export interface EntryRef {
  readonly fullPath: string;
  path: string;
}

/** The state of one line fact in one candidate bundle. */
export interface LineState {
  readonly fact: AnyFact;
  readonly state: unknown;
  /** Entries that were read into it, and whether one of them was cut. */
  readonly entries: EntryRef[];
  cut: boolean;
}

export interface Excerpt {
  readonly lines: string[];
  readonly firstLine: number;
  /** Lines after the cited one that are still to come. */
  pending: number;
}

/** Excerpts live as long as a fact keeps the location that they belong to. */
export type Excerpts = WeakMap<Location, Excerpt>;

/** Bytes of one line that reach a fact; the rest of it is left out. */
const LINE_BYTES = 16 * 1024;
/** Bytes of one line that are kept for an excerpt. */
const EXCERPT_BYTES = 8 * 1024;
const CONTEXT = 2;

export interface LineReaderParts {
  readonly plan: Plan;
  readonly ref: EntryRef;
  readonly states: readonly LineState[];
  readonly excerpts: Excerpts;
  /** Number of the first line. */
  readonly firstLine: number;
  /** Bytes without a line end after which a line is cut in two. */
  readonly lineBytes: number;
  /** Told once, with the number of the first line that was cut. */
  readonly onLongLine: (line: number) => void;
}

/** Reads one large entry: finds the lines with needles and hands them to the facts that want them. */
export class LineReader {
  readonly #parts: LineReaderParts;
  readonly #utf8 = new AsUtf8();
  /** LF; or CR, where a text holds no LF: settled when either is sure. */
  #lineEnd: typeof LF | typeof CR | undefined;
  #rest: Buffer = Buffer.alloc(0);
  #before: string[] = [];
  #lineNumber: number;
  #open: Excerpt[] = [];
  #cutOne = false;

  constructor(parts: LineReaderParts) {
    this.#parts = parts;
    this.#lineNumber = parts.firstLine;
    for (const state of parts.states) state.entries.push(parts.ref);
  }

  chunk(bytes: Uint8Array): void {
    this.#take(this.#utf8.chunk(bytes), false);
  }

  end(state: 'whole' | 'cut'): void {
    this.#take(this.#utf8.end(), true);
    if (state === 'cut') for (const one of this.#parts.states) one.cut = true;
  }

  #take(bytes: Uint8Array, isLast: boolean): void {
    const view = this.#withLineEnds(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    let window = this.#rest.length === 0 ? view : Buffer.concat([this.#rest, view]);
    let lastEnd = window.lastIndexOf(LF);
    const isLong = lastEnd === -1 && window.length > this.#parts.lineBytes;
    if (lastEnd !== -1) this.#lineEnd ??= LF;
    else if ((isLong || isLast) && this.#lineEnd === undefined) {
      this.#lineEnd = window.includes(CR) ? CR : LF;
      window = this.#withLineEnds(window);
      lastEnd = window.lastIndexOf(LF);
    }
    const isCut = lastEnd === -1 && isLong && !isLast;
    if (isCut && !this.#cutOne) this.#parts.onLongLine(this.#lineNumber);
    this.#cutOne ||= isCut;
    const whole = isCut || isLast ? window.length : lastEnd + 1;
    this.#scan(window.subarray(0, whole));
    this.#rest = Buffer.from(window.subarray(whole));
  }

  /** Line ends that are CR become LF, in bytes of our own. */
  #withLineEnds(bytes: Buffer): Buffer {
    if (this.#lineEnd !== CR) return bytes;
    const own = Buffer.from(bytes);
    for (let at = own.indexOf(CR); at !== -1; at = own.indexOf(CR, at + 1)) own[at] = LF;
    return own;
  }

  #scan(window: Buffer): void {
    if (window.length === 0) return;
    const { automaton, factsOfNeedle } = this.#parts.plan;
    const hits = newHits();
    scanLines(automaton, window, hits);
    this.#finishExcerpts(window);
    for (let index = 0; index < hits.count;) {
      const linesBefore = hits.linesBefore[index]!;
      const wanted = new Set<AnyFact>();
      const at = hits.at[index]!;
      for (; index < hits.count && hits.linesBefore[index] === linesBefore; index++) {
        for (const needle of automaton.needlesAt[hits.state[index]! - automaton.firstAccepting] ?? []) {
          for (const fact of factsOfNeedle[needle] ?? []) wanted.add(fact);
        }
      }
      this.#give(window, at, this.#lineNumber + linesBefore, wanted);
    }
    this.#remember(window);
    this.#lineNumber += hits.lines;
  }

  #give(window: Buffer, at: number, number: number, wanted: ReadonlySet<AnyFact>): void {
    let line: Line | undefined;
    for (const { fact, state } of this.#parts.states) {
      if (!wanted.has(fact)) continue;
      line ??= this.#lineAt(window, at, number);
      (fact.plan as LinesPlan<unknown, unknown>).line(state, line);
    }
  }

  #lineAt(window: Buffer, at: number, number: number): Line {
    const { ref, excerpts } = this.#parts;
    const start = lineStart(window, at);
    let location: Location | undefined;
    const locate = (): Location => {
      location = {
        get entry() {
          return ref.path;
        },
        line: number,
      };
      excerpts.set(location, this.#excerptAt(window, start, number));
      return location;
    };
    return {
      text: textOf(window, start, LINE_BYTES),
      get at() {
        return location ?? locate();
      },
    };
  }

  #excerptAt(window: Buffer, start: number, number: number): Excerpt {
    const lines = [textOf(window, start, EXCERPT_BYTES)];
    let from = start;
    for (let count = 0; count < CONTEXT && from > 0; count++) {
      from = lineStart(window, from - 1);
      lines.unshift(textOf(window, from, EXCERPT_BYTES));
    }
    for (let back = 1; lines.length <= CONTEXT && back <= this.#before.length; back++) {
      lines.unshift(this.#before.at(-back) ?? '');
    }
    const firstLine = number - lines.length + 1;
    const excerpt: Excerpt = { lines, firstLine, pending: CONTEXT };
    let next = nextLine(window, start);
    while (excerpt.pending > 0 && next < window.length) {
      excerpt.lines.push(textOf(window, next, EXCERPT_BYTES));
      excerpt.pending--;
      next = nextLine(window, next);
    }
    if (excerpt.pending > 0) this.#open.push(excerpt);
    return excerpt;
  }

  #finishExcerpts(window: Buffer): void {
    for (const excerpt of this.#open) {
      let next = 0;
      while (excerpt.pending > 0 && next < window.length) {
        excerpt.lines.push(textOf(window, next, EXCERPT_BYTES));
        excerpt.pending--;
        next = nextLine(window, next);
      }
    }
    this.#open = this.#open.filter((excerpt) => excerpt.pending > 0);
  }

  /** The last lines of a window are the context of the next one's first. */
  #remember(window: Buffer): void {
    const lines: string[] = [];
    let at = window.length;
    while (lines.length < CONTEXT && at > 0) {
      at = lineStart(window, at - 1);
      lines.unshift(textOf(window, at, EXCERPT_BYTES));
    }
    this.#before = lines.length < CONTEXT ? [...this.#before, ...lines].slice(-CONTEXT) : lines;
  }
}
