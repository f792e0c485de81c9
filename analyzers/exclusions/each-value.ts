import { citeAll, type Evidence1, type Located } from '../../engine/api/index.ts';
import type { Exclusion } from '../../facts/mdatp/exclusions.ts';
import { byValue } from './by-value.ts';

/** What most findings about one excluded thing have in common. */
export interface AboutValue {
  readonly params: { readonly value: string };
  readonly evidence: Evidence1;
  readonly subject: string;
  readonly identity: readonly string[];
}

/** An excluded thing that stands in many lists is shown by the first of them. */
const MOST_PLACES = 5;

/** For each excluded thing that fits, whoever excludes it, the parts of a finding. */
export function eachValue(
  exclusions: readonly Located<Exclusion>[],
  fits: (exclusion: Exclusion) => boolean,
): readonly AboutValue[] {
  const valueOf = (one: Exclusion): string | undefined => (fits(one) ? one.value.trim() : undefined);
  return byValue(exclusions, valueOf).map(({ value, places: [first, ...rest] }) => ({
    params: { value },
    evidence: citeAll([first, ...rest.slice(0, MOST_PLACES - 1)]),
    subject: value,
    identity: [value],
  }));
}
