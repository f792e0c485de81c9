import type { Names } from './names.ts';
import type { Span } from './kinds.ts';

/** Takes one span that is found. */
export type Push = (span: Span) => void;

/**
 * Finds one sort of secret. `triggers` are the texts without which there is none, in small letters: one walk over the
 * text finds those of all rules, and only where one stands is a rule asked.
 */
export interface Rule {
  readonly triggers: readonly string[];
  /** The trigger stands at `at` and ends before `to`. Looks at a bounded part of the text around it. */
  find(text: string, at: number, push: Push, names: Names, to: number): void;
}

/** Matches an expression with the flag `y` at a place. */
export function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

/** Where the run of characters that fit begins, going back from `at`, at most `most` of them. */
export function backFrom(text: string, at: number, fits: (code: number) => boolean, most: number): number {
  let from = at;
  while (from > 0 && at - from < most && fits(text.charCodeAt(from - 1))) from--;
  return from;
}

export function isWordCode(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code >= 0x80
  );
}

/** Letters, digits, `-`, `_` and `.`: what keys and names are made of. */
export function isNameCode(code: number): boolean {
  return isWordCode(code) || code === 0x2d || code === 0x2e || code === 0x5f;
}
