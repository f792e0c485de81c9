import { ANY, complement, DIGITS, foldCase, joined, setOf, SPACES, WORD, type CharSet } from './char-set.ts';
import type { Expression, ExpressionMistake } from './expression.ts';

export type ParsedExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly mistake: ExpressionMistake };

/** More groups inside each other than any person writes. */
const MOST_DEPTH = 100;
/** Longest expression, in characters. */
const MOST_LENGTH = 2_000;

/**
 * Reads an expression in JavaScript's notation, but what cannot be matched in linear time: look-around and
 * back-references are mistakes, and so is what other dialects mean otherwise. Where case is ignored, both cases of
 * each letter become part of the tree.
 */
export function parseExpression(source: string, ignoreCase = false): ParsedExpression {
  try {
    if (source.length > MOST_LENGTH) throw new Mistake(`more than ${MOST_LENGTH} characters`, MOST_LENGTH);
    return { ok: true, expression: new Parser(source, ignoreCase).all() };
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, mistake: { message: error.message, at: error.at } };
    throw error;
  }
}

class Mistake extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

class Parser {
  readonly #source: string;
  readonly #ignoreCase: boolean;
  #at = 0;
  #depth = 0;

  constructor(source: string, ignoreCase: boolean) {
    this.#source = source;
    this.#ignoreCase = ignoreCase;
  }

  all(): Expression {
    const expression = this.#either();
    if (this.#at < this.#source.length) throw new Mistake("')' closes no group", this.#at);
    return expression;
  }

  #either(): Expression {
    const options = [this.#sequence()];
    while (this.#takes('|')) options.push(this.#sequence());
    const [only] = options;
    return options.length === 1 && only ? only : { kind: 'either', options };
  }

  #sequence(): Expression {
    const items: Expression[] = [];
    while (this.#at < this.#source.length && !this.#sees('|') && !this.#sees(')')) {
      const isGroup = this.#sees('(');
      const item = this.#repeated(this.#atom(), isGroup);
      // A group without a number of its own is part of what it stands in.
      if (item.kind === 'sequence') items.push(...item.items);
      else items.push(item);
    }
    const [only] = items;
    return items.length === 1 && only ? only : { kind: 'sequence', items };
  }

  #atom(): Expression {
    const at = this.#at;
    const character = this.#source[this.#at++] ?? '';
    switch (character) {
      case '(':
        return this.#group(at);
      case '[':
        return { kind: 'one-of', set: this.#class(at) };
      case '.':
        return { kind: 'one-of', set: ANY };
      case '^':
      case '$':
        return { kind: 'edge', edge: character };
      case '*':
      case '+':
      case '?':
        throw new Mistake(`'${character}' repeats nothing`, at);
      case '\\':
        return this.#escape(at);
      default:
        return { kind: 'one-of', set: this.#cased(setOf(character)) };
    }
  }

  #group(at: number): Expression {
    if (this.#takes('?')) this.#groupKind(at);
    if (++this.#depth > MOST_DEPTH) throw new Mistake(`more than ${MOST_DEPTH} groups in each other`, at);
    const inner = this.#either();
    this.#depth--;
    if (!this.#takes(')')) throw new Mistake("'(' is not closed", at);
    return inner;
  }

  #groupKind(at: number): void {
    if (this.#takes(':')) return;
    // (?<name>...)
    const name = /^<[A-Za-z_]\w*>/u.exec(this.#source.slice(this.#at, this.#at + 100))?.[0];
    if (name !== undefined) this.#at += name.length;
    else if (/^<?[=!]/u.test(this.#source.slice(this.#at))) {
      throw new Mistake('look-around cannot be matched in linear time', at);
    } else throw new Mistake("'(?' begins no group that is known here", at);
  }

  #repeated(item: Expression, isGroup: boolean): Expression {
    const at = this.#at;
    const count = this.#count();
    if (!count) return item;
    if (item.kind === 'edge' && !isGroup) throw new Mistake('an edge cannot be repeated', at);
    const { least, most } = count;
    if (least > most) throw new Mistake('the numbers are in the wrong order', at);
    const repeat: Expression = { kind: 'repeat', item, least, most, lazy: this.#takes('?') };
    const again = this.#at;
    if (this.#count()) throw new Mistake('what is repeated is repeated again', again);
    return repeat;
  }

  #count(): { readonly least: number; readonly most: number } | undefined {
    if (this.#takes('*')) return { least: 0, most: Infinity };
    if (this.#takes('+')) return { least: 1, most: Infinity };
    if (this.#takes('?')) return { least: 0, most: 1 };
    // {2} · {2,} · {2,5}; any other brace is a character
    const braces = /^\{(?<least>\d{1,6})(?<more>,(?<most>\d{0,6}))?\}/u.exec(
      this.#source.slice(this.#at, this.#at + 20),
    );
    if (!braces?.groups) return undefined;
    this.#at += braces[0].length;
    const { least, more, most } = braces.groups;
    const low = Number(least);
    if (more === undefined) return { least: low, most: low };
    return { least: low, most: most === '' ? Infinity : Number(most) };
  }

  #escape(at: number): Expression {
    if (this.#takes('b')) return { kind: 'edge', edge: '\\b' };
    if (this.#takes('B')) return { kind: 'edge', edge: '\\B' };
    if (/^(?:[1-9]|k<)/u.test(this.#source.slice(this.#at))) {
      throw new Mistake('a back-reference cannot be matched in linear time', at);
    }
    return { kind: 'one-of', set: this.#cased(this.#escapedSet(at)) };
  }

  #escapedSet(at: number): CharSet {
    const character = this.#source[this.#at++];
    if (character === undefined) throw new Mistake("'\\' escapes nothing", at);
    const known = ESCAPES.get(character);
    if (known) return known;
    const digits = /^(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4})/u.exec(
      this.#source.slice(this.#at - 1, this.#at + 4),
    )?.[0];
    if (digits !== undefined) {
      this.#at += digits.length - 1;
      return setOf(String.fromCharCode(Number.parseInt(digits.slice(1), 16)));
    }
    if (/[A-Za-z0-9]/u.test(character)) throw new Mistake(`'\\${character}' is not known here`, at);
    return setOf(character);
  }

  #class(at: number): CharSet {
    const negated = this.#takes('^');
    const ranges: CharSet[] = [];
    while (!this.#takes(']')) {
      if (this.#at >= this.#source.length) throw new Mistake("'[' is not closed", at);
      ranges.push(this.#range());
    }
    const set = this.#cased(joined(ranges.flat()));
    return negated ? complement(set) : set;
  }

  #range(): CharSet {
    const at = this.#at;
    const low = this.#member();
    // '-' before ']' is a character of its own.
    if (!this.#sees('-') || this.#source[this.#at + 1] === ']' || this.#at + 1 >= this.#source.length)
      return low;
    this.#at++;
    const high = this.#member();
    const [from] = low;
    const [to] = high;
    const isPair = low.length === 1 && high.length === 1 && from?.from === from?.to && to?.from === to?.to;
    if (!isPair || !from || !to) throw new Mistake('a range has a class as its end', at);
    if (from.from > to.from) throw new Mistake('a range is in the wrong order', at);
    return [{ from: from.from, to: to.from }];
  }

  #member(): CharSet {
    const at = this.#at;
    const character = this.#source[this.#at++] ?? '';
    if (character === '\\') return this.#takes('b') ? setOf('\b') : this.#escapedSet(at);
    if (/[\ud800-\udfff]/u.test(character)) throw new Mistake('a character beyond U+FFFF in brackets', at);
    return setOf(character);
  }

  /** Before a class is turned around: what is not a letter is neither of its cases. */
  #cased(set: CharSet): CharSet {
    return this.#ignoreCase ? foldCase(set) : set;
  }

  #sees(character: string): boolean {
    return this.#source[this.#at] === character;
  }

  #takes(character: string): boolean {
    if (!this.#sees(character)) return false;
    this.#at++;
    return true;
  }
}

const ESCAPES: ReadonlyMap<string, CharSet> = new Map([
  ['d', DIGITS],
  ['D', complement(DIGITS)],
  ['w', WORD],
  ['W', complement(WORD)],
  ['s', SPACES],
  ['S', complement(SPACES)],
  ['t', setOf('\t')],
  ['n', setOf('\n')],
  ['r', setOf('\r')],
  ['f', setOf('\f')],
  ['v', setOf('\v')],
  ['0', setOf('\0')],
]);
