import type { Line, Located, Location } from '../engine/api/index.ts';

/** A JSON value that remembers its line. */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: Location; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly at: Location; readonly items: readonly JsonNode[] }
  | { readonly kind: 'scalar'; readonly at: Location; readonly value: string | number | boolean | null };

/** One `"key": value` of an object. A key that is written twice is there twice. */
export interface JsonMember {
  readonly key: string;
  /** Where the key stands. */
  readonly at: Location;
  readonly value: JsonNode;
}

export interface JsonError {
  readonly detail: string;
  readonly at: Location;
  /** Counted from 1. */
  readonly column: number;
}

export interface JsonText {
  /** What could be read up to the error; undefined where not even a first value is there. */
  readonly root: JsonNode | undefined;
  /** The first departure from the grammar. */
  readonly error: JsonError | undefined;
}

/** Deeper values are an error: no file of a host nests like that, and recursion must end. */
const DEPTH_LIMIT = 200;
/** Characters read of one text. */
const LENGTH_LIMIT = 8 * 1024 * 1024;

/**
 * Reads JSON with the line of each key and value. Goes on behind a comma too many or too few; any other error ends
 * the reading, and what was read before it is kept. `trailing` allows other text behind the value.
 */
export function readJson(lines: readonly Line[], options: { readonly trailing?: boolean } = {}): JsonText {
  const reader = new JsonReader(lines);
  const root = reader.value(0);
  if (root && !options.trailing) reader.end();
  return { root, error: reader.error };
}

/** The value under a path of keys; of a key that is written twice the last, as readers of JSON take it. */
export function memberAt(node: JsonNode | undefined, ...path: readonly string[]): JsonMember | undefined {
  let member: JsonMember | undefined;
  let current = node;
  for (const key of path) {
    if (current?.kind !== 'object') return undefined;
    member = current.members.findLast((one) => one.key === key);
    current = member?.value;
  }
  return member;
}

/** The string under a path of keys, where its key stands. */
export function stringAt(
  node: JsonNode | undefined,
  ...path: readonly string[]
): Located<string> | undefined {
  const member = memberAt(node, ...path);
  if (member?.value.kind !== 'scalar' || typeof member.value.value !== 'string') return undefined;
  return { value: member.value.value, at: member.at };
}

/** The boolean under a path of keys, where its key stands. */
export function booleanAt(
  node: JsonNode | undefined,
  ...path: readonly string[]
): Located<boolean> | undefined {
  const member = memberAt(node, ...path);
  if (member?.value.kind !== 'scalar' || typeof member.value.value !== 'boolean') return undefined;
  return { value: member.value.value, at: member.at };
}

/** The number under a path of keys, where its key stands. */
export function numberAt(
  node: JsonNode | undefined,
  ...path: readonly string[]
): Located<number> | undefined {
  const member = memberAt(node, ...path);
  if (member?.value.kind !== 'scalar' || typeof member.value.value !== 'number') return undefined;
  return { value: member.value.value, at: member.at };
}

/** A whole number, written as one or as a string of digits. */
export function countOf(node: JsonNode | undefined): number | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const { value } = node;
  if (typeof value === 'string') return /^\d{1,19}$/u.test(value) ? Number(value) : undefined;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** The string that a node is. */
export function textOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** A value written on one line, for people. */
export function jsonText(node: JsonNode): string {
  if (node.kind === 'scalar')
    return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value);
  if (node.kind === 'array') return `[${node.items.map(jsonText).join(',')}]`;
  return `{${node.members.map(({ key, value }) => `${JSON.stringify(key)}:${jsonText(value)}`).join(',')}}`;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

class JsonReader {
  error: JsonError | undefined;
  readonly #lines: readonly Line[];
  readonly #text: string;
  #offset = 0;
  #lineIndex = 0;
  #lineStart = 0;
  /** An error behind which nothing can be understood. */
  #stopped = false;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#text = lines.map(({ text }) => text).join('\n');
  }

  value(depth: number): JsonNode | undefined {
    this.#skipSpace();
    const next = this.#text[this.#offset];
    if (next === undefined) return this.#stop('the text ends where a value is expected');
    if (depth > DEPTH_LIMIT) return this.#stop(`values are nested more than ${DEPTH_LIMIT} deep`);
    if (this.#offset > LENGTH_LIMIT) return this.#stop('the text is too long');
    if (next === '{') return this.#object(depth);
    if (next === '[') return this.#array(depth);
    const at = this.#at();
    const value = next === '"' ? this.#string() : this.#word(next);
    return value === undefined ? undefined : { kind: 'scalar', at, value };
  }

  end(): void {
    this.#skipSpace();
    if (!this.#stopped && this.#offset < this.#text.length) this.#stop('text behind the end of the value');
  }

  #object(depth: number): JsonNode {
    const at = this.#at();
    const members: JsonMember[] = [];
    this.#list('}', 'a key in double quotes', () => {
      if (this.#text[this.#offset] !== '"') return this.#stop('a key in double quotes is expected');
      const keyAt = this.#at();
      const key = this.#string();
      if (key === undefined) return undefined;
      this.#skipSpace();
      if (this.#text[this.#offset] !== ':') return this.#stop(`a colon is expected behind "${short(key)}"`);
      this.#offset++;
      const value = this.value(depth + 1);
      if (value) members.push({ key, at: keyAt, value });
      return undefined;
    });
    return { kind: 'object', at, members };
  }

  #array(depth: number): JsonNode {
    const at = this.#at();
    const items: JsonNode[] = [];
    this.#list(']', 'a value', () => {
      const item = this.value(depth + 1);
      if (item) items.push(item);
    });
    return { kind: 'array', at, items };
  }

  /** What stands between an opening bracket and `close`, parted by commas. */
  #list(close: '}' | ']', expected: string, readOne: () => void): void {
    this.#offset++;
    this.#skipSpace();
    while (!this.#stopped && this.#text[this.#offset] !== close) {
      readOne();
      if (this.#stopped) return;
      this.#skipSpace();
      const next = this.#text[this.#offset];
      if (next === ',') {
        this.#offset++;
        this.#skipSpace();
        if (this.#text[this.#offset] === close) this.#take(`${expected} is expected behind the comma`);
      } else if (next === undefined) this.#stop(`the text ends before the closing ${close}`);
      else if (next !== close) {
        if (next !== '"' && next !== '{' && next !== '[')
          this.#stop(`a comma or ${close} is expected, not ${next}`);
        else this.#take(`a comma is missing before ${next}`);
      }
    }
    if (!this.#stopped) this.#offset++;
  }

  #string(): string | undefined {
    let close = this.#text.indexOf('"', this.#offset + 1);
    while (close > 0 && this.#isEscaped(close)) close = this.#text.indexOf('"', close + 1);
    const raw = close < 0 ? '' : this.#text.slice(this.#offset, close + 1);
    if (raw === '' || raw.includes('\n')) return this.#stop('a string has no closing quote on its line');
    try {
      const value = JSON.parse(raw) as string;
      this.#offset = close + 1;
      return value;
    } catch {
      return this.#stop('a string holds a character or an escape that JSON does not allow');
    }
  }

  #isEscaped(quote: number): boolean {
    let first = quote;
    while (this.#text[first - 1] === '\\') first--;
    return (quote - first) % 2 === 1;
  }

  #word(next: string): number | boolean | null | undefined {
    NUMBER.lastIndex = this.#offset;
    const number = NUMBER.exec(this.#text)?.[0];
    if (number) {
      this.#offset += number.length;
      return Number(number);
    }
    const word = WORDS.find(([text]) => this.#text.startsWith(text, this.#offset));
    if (!word) return this.#stop(`a value is expected, not ${next}`);
    this.#offset += word[0].length;
    return word[1];
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#offset);
      if (code === 10) {
        this.#lineIndex++;
        this.#lineStart = this.#offset + 1;
      } else if (code !== 32 && code !== 9 && code !== 13) return;
      this.#offset++;
    }
  }

  #at(): Location {
    return this.#lines[this.#lineIndex]?.at ?? this.#lines.at(-1)?.at ?? { entry: '', line: 1 };
  }

  #take(detail: string): void {
    this.error ??= { detail, at: this.#at(), column: this.#offset - this.#lineStart + 1 };
  }

  #stop(detail: string): undefined {
    this.#take(detail);
    this.#stopped = true;
    return undefined;
  }
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
