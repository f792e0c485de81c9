import { TextDecoder } from 'node:util';

import type { AnyFact, Line, LinesPlan, Location } from '../api/index.ts';
import { stripAnsi } from '../text/ansi.ts';
import { encodingOf } from '../text/decode.ts';
import { newHits, scanLines } from '../scan/scan-lines.ts';
import type { Plan } from './plan.ts';

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

/** Characters of one line that are shown or matched; the rest of it is left out. */
export const LINE_LIMIT = 16 * 1024;
/** Bytes without a line end after which a line is cut in two. */
const UNBROKEN_LIMIT = 1024 * 1024;
const CONTEXT = 2;
const LF = 0x0a;

/** Reads one large entry: finds the lines with needles and hands them to the facts that want them. */
export class LineReader {
  readonly #plan: Plan;
  readonly #ref: EntryRef;
  readonly #states: readonly LineState[];
  readonly #excerpts: Excerpts;
  #rest: Buffer = Buffer.alloc(0);
  #before: string[] = [];
  #lineNumber: number;
  #open: Excerpt[] = [];
  #decoder: TextDecoder | undefined;
  #begun = false;

  constructor(
    plan: Plan,
    ref: EntryRef,
    states: readonly LineState[],
    excerpts: Excerpts,
    firstLine: number,
  ) {
    this.#plan = plan;
    this.#ref = ref;
    this.#states = states;
    this.#excerpts = excerpts;
    this.#lineNumber = firstLine;
    for (const state of states) state.entries.push(ref);
  }

  chunk(bytes: Uint8Array): void {
    const view = this.#asUtf8(bytes);
    const window = this.#rest.length === 0 ? view : Buffer.concat([this.#rest, view]);
    const lastEnd = window.lastIndexOf(LF);
    const whole = lastEnd === -1 && window.length > UNBROKEN_LIMIT ? window.length : lastEnd + 1;
    this.#scan(window.subarray(0, whole));
    this.#rest = Buffer.from(window.subarray(whole));
  }

  end(state: 'whole' | 'cut'): void {
    this.#scan(this.#rest);
    this.#rest = Buffer.alloc(0);
    if (state === 'cut') for (const one of this.#states) one.cut = true;
  }

  /** UTF-16 is told by the entry's first bytes and made UTF-8, so that needles are found in it too. */
  #asUtf8(bytes: Uint8Array): Buffer {
    if (!this.#begun) {
      this.#begun = true;
      const encoding = encodingOf(bytes);
      if (encoding !== 'utf-8') this.#decoder = new TextDecoder(encoding);
    }
    if (this.#decoder) return Buffer.from(this.#decoder.decode(bytes, { stream: true }), 'utf8');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  #scan(window: Buffer): void {
    if (window.length === 0) return;
    const { automaton, factsOfNeedle } = this.#plan;
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
    for (const { fact, state } of this.#states) {
      if (!wanted.has(fact)) continue;
      line ??= this.#lineAt(window, at, number);
      (fact.plan as LinesPlan<unknown, unknown>).line(state, line);
    }
  }

  #lineAt(window: Buffer, at: number, number: number): Line {
    const ref = this.#ref;
    const start = lineStart(window, at);
    let location: Location | undefined;
    const locate = (): Location => {
      location = {
        get entry() {
          return ref.path;
        },
        line: number,
      };
      this.#excerpts.set(location, this.#excerptAt(window, start, number));
      return location;
    };
    return {
      text: textOf(window, start),
      get at() {
        return location ?? locate();
      },
    };
  }

  #excerptAt(window: Buffer, start: number, number: number): Excerpt {
    const lines = [textOf(window, start)];
    let from = start;
    for (let count = 0; count < CONTEXT && from > 0; count++) {
      from = lineStart(window, from - 1);
      lines.unshift(textOf(window, from));
    }
    for (let back = 1; lines.length <= CONTEXT && back <= this.#before.length; back++) {
      lines.unshift(this.#before.at(-back) ?? '');
    }
    const firstLine = number - lines.length + 1;
    const excerpt: Excerpt = { lines, firstLine, pending: CONTEXT };
    let next = nextLine(window, start);
    while (excerpt.pending > 0 && next < window.length) {
      excerpt.lines.push(textOf(window, next));
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
        excerpt.lines.push(textOf(window, next));
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
      lines.unshift(textOf(window, at));
    }
    this.#before = lines.length < CONTEXT ? [...this.#before, ...lines].slice(-CONTEXT) : lines;
  }
}

function lineStart(window: Buffer, at: number): number {
  return at <= 0 ? 0 : window.lastIndexOf(LF, window[at] === LF ? at - 1 : at) + 1;
}

function nextLine(window: Buffer, start: number): number {
  const end = window.indexOf(LF, start);
  return end === -1 ? window.length : end + 1;
}

function textOf(window: Buffer, start: number): string {
  const end = window.indexOf(LF, start);
  let stop = Math.min(end === -1 ? window.length : end, start + LINE_LIMIT);
  if (stop > start && window[stop - 1] === 0x0d) stop--;
  return stripAnsi(window.toString('utf8', start, stop));
}
