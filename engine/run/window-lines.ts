import { cleanLine } from '../text/clean-line.ts';
import { CR, LF } from '../text/line-ends.ts';
import { lineText, wholeCharacters } from '../text/line-text.ts';

/** Where the line begins that the byte at `at` is of. */
export function lineStart(window: Buffer, at: number): number {
  return at <= 0 ? 0 : window.lastIndexOf(LF, window[at] === LF ? at - 1 : at) + 1;
}

/** Where the line behind the one at `start` begins. */
export function nextLine(window: Buffer, start: number): number {
  const end = window.indexOf(LF, start);
  return end === -1 ? window.length : end + 1;
}

/** The line that begins at `start`, up to `most` bytes of it. */
export function textOf(window: Buffer, start: number, most: number): string {
  const end = window.indexOf(LF, start);
  let stop = end === -1 ? window.length : end;
  if (stop > start && window[stop - 1] === CR) stop--;
  // A crash leaves thousands of zeros before a line; they would leave no room for it.
  let from = start;
  while (from < stop && window[from] === 0) from++;
  const line = window.subarray(from, stop);
  return cleanLine(lineText(line.subarray(0, wholeCharacters(line, most))));
}
