import type { CharSet } from './char-set.ts';

/** A regular expression as a tree. Groups hold nothing back: what they matched is never asked for. */
export type Expression =
  | { readonly kind: 'one-of'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly items: readonly Expression[] }
  | { readonly kind: 'either'; readonly options: readonly Expression[] }
  | {
      readonly kind: 'repeat';
      readonly item: Expression;
      readonly least: number;
      /** Infinity where there is no bound. */
      readonly most: number;
      readonly lazy: boolean;
    }
  | { readonly kind: 'edge'; readonly edge: '^' | '$' | '\\b' | '\\B' };

/** What is wrong with an expression, and where, counted in characters from 0. */
export interface ExpressionMistake {
  readonly message: string;
  readonly at: number;
}
