import { countByte, LF, nthByte } from '../text/line-ends.ts';
import type { LineMatcher } from '../search/query.ts';

/** Passes over the lines before a range without looking into them, and matches all that follow. */
export function linesFrom(first: number): LineMatcher {
  let toSkip = first - 1;
  return {
    find(window, from) {
      if (toSkip === 0) return from;
      const ends = countByte(window, LF, from);
      if (ends < toSkip) {
        toSkip -= ends;
        return -1;
      }
      const next = nthByte(window, LF, toSkip, from) + 1;
      toSkip = 0;
      return next < window.length ? next : -1;
    },
    matches: () => true,
    ranges: () => [],
    excludes: () => false,
  };
}
