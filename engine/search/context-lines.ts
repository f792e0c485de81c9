import { LF } from '../text/line-ends.ts';

/** Takes a line near a match: its number and its bytes without the LF. */
export type TakeLine = (line: number, bytes: Buffer) => void;

/** Gives the lines around matches, each once, in their order, while windows of whole lines go by. */
export class ContextLines {
  readonly #count: number;
  readonly #take: TakeLine;
  /** The last lines of the windows before, none of them given yet. */
  #before: { readonly line: number; readonly bytes: Buffer }[] = [];
  /** Lines after the last match that are still to be given. */
  #after = 0;
  /** Where in the window, and at which line, what was given so far ends. */
  #from = 0;
  #line = 1;

  constructor(count: number, take: TakeLine) {
    this.#count = count;
    this.#take = take;
  }

  begin(line: number): void {
    this.#from = 0;
    this.#line = line;
  }

  /** A line matches: gives what is due before it. */
  match(window: Buffer, start: number, line: number): void {
    this.#giveAfter(window, start);
    const near: number[] = [];
    for (let at = start; near.length < this.#count && at > this.#from; near.push(at))
      at = lineStart(window, at - 1);
    const missing = this.#from === 0 ? this.#count - near.length : 0;
    for (const one of missing > 0 ? this.#before.slice(-missing) : []) this.#take(one.line, one.bytes);
    this.#before = [];
    for (const [index, at] of near.reverse().entries()) {
      this.#take(line - near.length + index, window.subarray(at, lineEnd(window, at)));
    }
    this.#after = this.#count;
  }

  /** What was given ends at `next`, the start of `line`. */
  given(next: number, line: number): void {
    this.#from = next;
    this.#line = line;
  }

  /** The window ends, and `line` is the next one. */
  end(window: Buffer, line: number): void {
    this.#giveAfter(window, window.length);
    const kept: { line: number; bytes: Buffer }[] = [];
    for (let at = window.length; kept.length < this.#count && at > this.#from;) {
      const start = lineStart(window, at - 1);
      kept.unshift({
        line: line - kept.length - 1,
        bytes: Buffer.from(window.subarray(start, lineEnd(window, start))),
      });
      at = start;
    }
    const older = this.#from === 0 ? this.#before : [];
    this.#before = [...older, ...kept].slice(-this.#count);
  }

  #giveAfter(window: Buffer, stop: number): void {
    for (; this.#after > 0 && this.#from < stop; this.#after--) {
      const end = lineEnd(window, this.#from);
      this.#take(this.#line++, window.subarray(this.#from, end));
      this.#from = end + 1;
    }
  }
}

/** The start of the line that holds a byte; a LF belongs to the line that it ends. */
function lineStart(window: Buffer, at: number): number {
  return at <= 0 ? 0 : window.lastIndexOf(LF, at - 1) + 1;
}

function lineEnd(window: Buffer, start: number): number {
  const end = window.indexOf(LF, start);
  return end === -1 ? window.length : end;
}
