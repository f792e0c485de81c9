import { MOST_RANGES, type LineMatcher, type MatchRange } from './query.ts';

const WORD_CHARACTER = /\w/u;

/** Looks for a text as it is written, in bytes: nothing is decoded but the lines that hold it. */
export function literalMatcher(text: string, wholeWord: boolean): LineMatcher {
  const next = needlesOf(text).map(nextOccurrence);
  return {
    find(window, from) {
      const found = next.map((one) => one(window, from)).filter((at) => at !== -1);
      return found.length === 0 ? -1 : Math.min(...found);
    },
    matches: (line) => (wholeWord ? rangesIn(line, text, wholeWord).length > 0 : line.includes(text)),
    ranges: (line) => rangesIn(line, text, wholeWord),
    excludes: (bytes) => needlesOf(text).every((needle) => !bytes.includes(needle)),
  };
}

/** The text in UTF-8 and, where it is other bytes there, in Latin-1. */
function needlesOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const isWestern = !/[^\u0000-\u00ff]/u.test(text) && utf8.length !== text.length;
  return isWestern ? [utf8, Buffer.from(text, 'latin1')] : [utf8];
}

/** Where a needle stands next; a place that lies ahead is not looked for again. */
function nextOccurrence(needle: Buffer): (window: Buffer, from: number) => number {
  let last: { readonly window: Buffer; readonly from: number; readonly at: number } | undefined;
  return (window, from) => {
    if (last?.window === window && last.from <= from && (last.at === -1 || last.at >= from)) return last.at;
    last = { window, from, at: window.indexOf(needle, from) };
    return last.at;
  };
}

function rangesIn(line: string, text: string, wholeWord: boolean): readonly MatchRange[] {
  const ranges: MatchRange[] = [];
  for (let at = line.indexOf(text); at !== -1 && ranges.length < MOST_RANGES;) {
    const isWhole = !wholeWord || !touchesWord(line, at, at + text.length);
    if (isWhole) ranges.push([at, at + text.length]);
    at = line.indexOf(text, isWhole ? at + text.length : at + 1);
  }
  return ranges;
}

function touchesWord(line: string, from: number, to: number): boolean {
  return WORD_CHARACTER.test(line[from - 1] ?? '') || WORD_CHARACTER.test(line[to] ?? '');
}
