/*
 * What a person types into a filter bar:
 *
 *   proxy                         a text, anywhere, in either case
 *   "two words"                   a text with a space
 *   /time(d)? out/                a regular expression
 *   severity:high,critical        a field with one of some values
 *   -dns  -area:health            none of these
 *   a b      a OR b               both; at least one of the two sides
 */

export type Term =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pattern'; readonly pattern: RegExp }
  | { readonly kind: 'field'; readonly field: string; readonly values: readonly string[] };

export interface SignedTerm {
  readonly term: Term;
  readonly negative: boolean;
}

/** Any of the groups, each of which asks all of its terms. No group asks nothing. */
export type Filter = readonly (readonly SignedTerm[])[];

export type FilterRead =
  | { readonly ok: true; readonly filter: Filter }
  | { readonly ok: false; readonly message: FilterMistake; readonly at: number; readonly value: string };

/** What can be wrong; the screen has the words. */
export type FilterMistake =
  'unclosed-quote' | 'unclosed-pattern' | 'bad-pattern' | 'unknown-field' | 'empty-field';

/** Compiles an expression so that it cannot run away; throws with a reason where it is none. */
export type CompilePattern = (source: string) => RegExp;

/** Reads a filter. `fields` are those that a row has. */
export function parseFilter(text: string, fields: readonly string[], compile: CompilePattern): FilterRead {
  const groups: SignedTerm[][] = [[]];
  let at = 0;
  while (at < text.length) {
    if (/\s/u.test(text[at] ?? '')) {
      at++;
      continue;
    }
    const or = /^OR(?=\s|$)/u.exec(text.slice(at));
    if (or) {
      if (groups.at(-1)?.length !== 0) groups.push([]);
      at += 2;
      continue;
    }
    const read = termAt(text, at, fields, compile);
    if ('message' in read) return { ok: false, ...read };
    groups.at(-1)?.push({ term: read.term, negative: read.negative });
    at = read.next;
  }
  return { ok: true, filter: groups.filter((group) => group.length > 0) };
}

interface Mistake {
  readonly message: FilterMistake;
  readonly at: number;
  readonly value: string;
}

function termAt(
  text: string,
  start: number,
  fields: readonly string[],
  compile: CompilePattern,
): Mistake | { readonly term: Term; readonly negative: boolean; readonly next: number } {
  const negative = text[start] === '-' && /\S/u.test(text[start + 1] ?? ' ');
  const at = negative ? start + 1 : start;
  if (text[at] === '/') return patternAt(text, at, negative, compile);
  const field = /^(?<field>[a-z][a-z-]*):/iu.exec(text.slice(at))?.groups?.['field'];
  const valueAt = field === undefined ? at : at + field.length + 1;
  const word = wordAt(text, valueAt);
  if ('message' in word) return word;
  if (field === undefined)
    return { term: { kind: 'text', text: word.text.toLowerCase() }, negative, next: word.next };
  const name = field.toLowerCase();
  if (!fields.includes(name)) return { message: 'unknown-field', at, value: field };
  if (word.text === '') return { message: 'empty-field', at, value: field };
  const values = word.text
    .toLowerCase()
    .split(',')
    .filter((value) => value !== '');
  return { term: { kind: 'field', field: name, values }, negative, next: word.next };
}

function patternAt(
  text: string,
  at: number,
  negative: boolean,
  compile: CompilePattern,
): Mistake | { readonly term: Term; readonly negative: boolean; readonly next: number } {
  const end = patternEnd(text, at + 1);
  if (end === -1) return { message: 'unclosed-pattern', at, value: text.slice(at) };
  const source = text.slice(at + 1, end);
  try {
    return { term: { kind: 'pattern', pattern: compile(source) }, negative, next: end + 1 };
  } catch (error) {
    return { message: 'bad-pattern', at, value: error instanceof Error ? error.message : source };
  }
}

/** A slash within brackets or behind a backslash closes nothing. */
function patternEnd(text: string, from: number): number {
  let inBrackets = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '[') inBrackets = true;
    else if (character === ']') inBrackets = false;
    else if (character === '/' && !inBrackets) return at;
  }
  return -1;
}

function wordAt(text: string, at: number): Mistake | { readonly text: string; readonly next: number } {
  if (text[at] === '"') {
    const end = text.indexOf('"', at + 1);
    if (end === -1) return { message: 'unclosed-quote', at, value: text.slice(at) };
    return { text: text.slice(at + 1, end), next: end + 1 };
  }
  const word = /^\S*/u.exec(text.slice(at))?.[0] ?? '';
  return { text: word, next: at + word.length };
}
