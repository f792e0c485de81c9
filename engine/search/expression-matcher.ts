import { isAscii, isUtf8 } from 'node:buffer';

import { CR, LF } from '../text/line-ends.ts';
import { lineText } from '../text/line-text.ts';
import { SHORT_LINE, type LinearExpression } from './linear-expression.ts';
import { MOST_RANGES, type LineMatcher, type MatchRange } from './query.ts';

/** Bytes of lines that are matched at once. The clock is looked at between two of them. */
const PIECE_BYTES = 32 * 1024;
/** Milliseconds for one piece beyond which the linear engine is quicker, and how often that is borne. */
const SLOW_PIECE = 20;
const SLOW_PIECES = 3;
/** A literal of fewer characters stands in too many lines to be of use. */
const LEAST_LITERAL = 3;

/** Lines of a window that were made text together. */
interface Piece {
  readonly window: Buffer;
  readonly from: number;
  readonly to: number;
  /** Undefined where its lines have to be looked at one by one. */
  readonly text: string | undefined;
  /** Places in the text and in the window that belong together, the farthest that are known. */
  unit: number;
  byte: number;
}

/** Looks for an expression. `literal` is a text that every match holds, empty where there is none. */
export function expressionMatcher(expression: LinearExpression, literal: string): LineMatcher {
  const needle = literal.length >= LEAST_LITERAL ? Buffer.from(literal, 'latin1') : undefined;
  const pieces = pieceFinder(expression);
  return {
    find: (window, from) => (needle ? window.indexOf(needle, from) : pieces(window, from)),
    matches: (line) => engineFor(line, expression).test(line),
    ranges: (line) => rangesIn(line, engineFor(line, expression)),
    excludes: (bytes) => needle !== undefined && !bytes.includes(needle),
  };
}

function pieceFinder(expression: LinearExpression): LineMatcher['find'] {
  let slowPieces = 0;
  let piece: Piece | undefined;
  return (window, from) => {
    for (let at = from; at < window.length;) {
      if (piece?.window !== window || at < piece.from || at >= piece.to) piece = pieceAt(window, at);
      const started = performance.now();
      const found = findIn(piece, at, expression, slowPieces >= SLOW_PIECES);
      if (performance.now() - started > SLOW_PIECE) slowPieces++;
      if (found !== -1) return found;
      at = piece.to;
    }
    return -1;
  };
}

function pieceAt(window: Buffer, from: number): Piece {
  const last =
    from + PIECE_BYTES >= window.length ? window.length - 1 : window.lastIndexOf(LF, from + PIECE_BYTES);
  const next = last < from ? window.indexOf(LF, from) : last;
  const to = next === -1 ? window.length : next + 1;
  return { window, from, to, text: textOf(window.subarray(from, to)), unit: 0, byte: from };
}

function textOf(bytes: Buffer): string | undefined {
  if (hasLongLine(bytes)) return undefined;
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

function hasLongLine(bytes: Buffer): boolean {
  let start = 0;
  while (start + SHORT_LINE < bytes.length) {
    const end = bytes.lastIndexOf(LF, start + SHORT_LINE);
    if (end < start) return true;
    start = end + 1;
  }
  return false;
}

function findIn(piece: Piece, from: number, engines: LinearExpression, isSlow: boolean): number {
  if (piece.text === undefined) return findLineByLine(piece, from, engines, isSlow);
  const expression = isSlow ? engines.linearLines : engines.quickLines;
  expression.lastIndex = unitAt(piece, piece.text, from);
  const found = expression.exec(piece.text);
  if (!found) return -1;
  // An empty match behind the last line end is in no line of this piece.
  if (found.index === piece.text.length && piece.text.endsWith('\n')) return -1;
  return Math.min(byteAt(piece, piece.text, found.index), piece.to - 1);
}

/** The place in the text of a byte at or after those that are known. */
function unitAt(piece: Piece, text: string, byte: number): number {
  if (text.length === piece.to - piece.from) return byte - piece.from;
  const part = piece.window.toString('utf8', piece.byte, byte);
  piece.unit += part.length;
  piece.byte = byte;
  return piece.unit;
}

function byteAt(piece: Piece, text: string, unit: number): number {
  if (text.length === piece.to - piece.from) return piece.from + unit;
  return piece.byte + Buffer.byteLength(text.slice(piece.unit, unit));
}

function findLineByLine(
  { window, to }: Piece,
  from: number,
  expression: LinearExpression,
  isSlow: boolean,
): number {
  for (let at = from; at < to;) {
    const end = window.indexOf(LF, at);
    const stop = end === -1 || end >= to ? to : end;
    const line = lineText(withoutReturn(window.subarray(at, stop)));
    if (engineFor(line, expression, isSlow).test(line)) return at;
    at = stop + 1;
  }
  return -1;
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === CR ? line.subarray(0, -1) : line;
}

/** Ready to begin at the first character. */
function engineFor(line: string, { quick, linear }: LinearExpression, isSlow = false): RegExp {
  const expression = isSlow || line.length > SHORT_LINE ? linear : quick;
  expression.lastIndex = 0;
  return expression;
}

function rangesIn(line: string, expression: RegExp): readonly MatchRange[] {
  const ranges: MatchRange[] = [];
  for (
    let found = expression.exec(line);
    found && ranges.length < MOST_RANGES;
    found = expression.exec(line)
  ) {
    if (found[0] === '') expression.lastIndex++;
    else ranges.push([found.index, found.index + found[0].length]);
  }
  return ranges;
}
