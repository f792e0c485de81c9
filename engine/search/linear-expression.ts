import { setFlagsFromString } from 'node:v8';

/** Characters of a line up to which the ordinary engine is used: at its worst it takes 15 ms for so many. */
export const SHORT_LINE = 4 * 1024;

/** One expression for both engines of V8: the quick one, and the one whose time only grows with the text. */
export interface LinearExpression {
  /** Of a whole line. */
  readonly quick: RegExp;
  readonly linear: RegExp;
  /** Of many lines at once: the edges `^` and `$` are those of lines. */
  readonly quickLines: RegExp;
  readonly linearLines: RegExp;
}

/** `l` is V8's own flag for its linear engine. */
const LINEAR = 'lg';

let isReady = false;

/**
 * Compiles a source without flags. Undefined where V8 cannot match it in linear time: the gate is its own engine for
 * such expressions. The quick engine then turns to it by itself where it would have to go back too often.
 */
export function linearExpression(source: string): LinearExpression | undefined {
  prepare();
  try {
    return {
      linear: new RegExp(source, LINEAR),
      linearLines: new RegExp(source, `${LINEAR}m`),
      quick: new RegExp(source, 'g'),
      quickLines: new RegExp(source, 'gm'),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function prepare(): void {
  if (isReady) return;
  setFlagsFromString('--enable-experimental-regexp-engine');
  setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');
  isReady = true;
}
