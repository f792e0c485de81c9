/** Code units from `from` to `to`, both included. */
export interface CharRange {
  readonly from: number;
  readonly to: number;
}

/** A set of characters as sorted ranges that do not touch. */
export type CharSet = readonly CharRange[];

const LAST = 0xffff;
const LINE_END = 0x0a;

export function setOf(...characters: readonly string[]): CharSet {
  return joined(characters.map((one) => ({ from: one.charCodeAt(0), to: one.charCodeAt(one.length - 1) })));
}

export const DIGITS: CharSet = [{ from: 0x30, to: 0x39 }];
/** As \w has it: letters of ASCII, digits, underscore. */
export const WORD: CharSet = joined([
  ...DIGITS,
  { from: 0x41, to: 0x5a },
  { from: 0x5f, to: 0x5f },
  { from: 0x61, to: 0x7a },
]);
export const SPACES: CharSet = joined(
  [0x09, 0x0b, 0x0c, 0x0d, 0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]
    .map((unit) => ({ from: unit, to: unit }))
    .concat({ from: 0x2000, to: 0x200a }),
);
/** Any character of a line. */
export const ANY: CharSet = complement([]);

export function joined(ranges: readonly CharRange[]): CharSet {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  const found: CharRange[] = [];
  for (const range of sorted) {
    const last = found.at(-1);
    if (last && range.from <= last.to + 1) {
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else found.push(range);
  }
  return found;
}

/** All characters but these and the line end: no expression reaches into the next line. */
export function complement(set: CharSet): CharSet {
  const found: CharRange[] = [];
  let from = 0;
  for (const range of joined([...set, { from: LINE_END, to: LINE_END }])) {
    if (range.from > from) found.push({ from, to: range.from - 1 });
    from = range.to + 1;
  }
  return from <= LAST ? [...found, { from, to: LAST }] : found;
}

/** Ranges with more characters are nearly everything, and hold both cases of what they hold. */
const MOST_FOLDED = 1024;

/** The set with the other case of each letter in it. */
export function foldCase(set: CharSet): CharSet {
  const more: CharRange[] = [];
  for (const { from, to } of set) {
    for (let unit = from; unit <= to && to - from < MOST_FOLDED; unit++) {
      const character = String.fromCharCode(unit);
      for (const other of [character.toLowerCase(), character.toUpperCase()]) {
        if (other.length === 1) more.push({ from: other.charCodeAt(0), to: other.charCodeAt(0) });
      }
    }
  }
  return joined([...set, ...more]);
}

/** The one character of a set that has no other. */
export function onlyOf(set: CharSet): string | undefined {
  const [range] = set;
  return set.length === 1 && range?.from === range?.to && range ? String.fromCharCode(range.from) : undefined;
}

/** The set as it stands in an expression. Line ends are left out: no line holds one. */
export function setText(set: CharSet): string {
  const only = onlyOf(set);
  if (only !== undefined && only !== '\n') return /\w/u.test(only) ? only : unitText(only.charCodeAt(0));
  const parts = complement(complement(set)).map(({ from, to }) =>
    from === to ? unitText(from) : `${unitText(from)}-${unitText(to)}`,
  );
  return `[${parts.join('')}]`;
}

function unitText(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
