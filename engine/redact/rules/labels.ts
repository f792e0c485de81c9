import type { RedactionWords } from '../../api/index.ts';
import type { SpanKind } from '../kinds.ts';
import type { Names } from '../names.ts';
import { backFrom, isNameCode, matchAt, type Push, type Rule } from '../rule.ts';
import { isHostName, isSecretValue } from './label-values.ts';
import { labelTable, type LabelKind } from './label-table.ts';

/** Values by their names: `DB_PASSWORD=…`, `"client_secret": "…"`, `<orgId>…</orgId>`, `--token …`. */
export function labels(words: RedactionWords): Rule {
  const { triggers, kindOf } = labelTable(words);
  return { triggers, find: (text, at, push, names, to) => findLabelled(text, at, to, kindOf, names, push) };
}

const MOST_NAME = 48;
const NAME_REST = /[\w.-]{0,48}/y;

function findLabelled(
  text: string,
  at: number,
  triggerEnd: number,
  kindOf: LabelKind,
  names: Names,
  push: Push,
): void {
  const from = backFrom(text, at, isNameCode, MOST_NAME);
  // A trigger may hold the space of `Serial Number`.
  const rest = matchAt(NAME_REST, text, triggerEnd)?.[0].replace(/[.-]+$/u, '') ?? '';
  const name = text.slice(from, triggerEnd) + rest;
  const kind = kindOf(name);
  if (kind === undefined || text[from - 1] === '/') return;
  const value = valueBehind(text, from, from + name.length, kind);
  if (!value) return;
  const plain = text.slice(value.from, value.to);
  if (kind === 'host' ? isHostName(plain) && names.isOwnHost(plain) : isSecretValue(plain, kind))
    push({ ...value, kind });
}

/** `: ` · `=` · `" : ` · `\":` · ` => ` */
const BETWEEN = /(?:\\{0,7}["'])?[ \t]{0,64}(?::=|=>|[:=])[ \t]{0,64}/y;
/** <property name="password" value="…"/> */
const ATTRIBUTE = /\\{0,7}["'][ \t]{1,8}value[ \t]{0,8}=[ \t]{0,8}/y;
const SPACE = /[ \t]{1,64}(?!-)/y;
const QUOTE = /(?<open>\\{0,7}["'])/y;
const TOKEN = /[^\s"'<>,;&)\]}\\\0]{1,4096}/y;
const LINE = /[^\r\n\0]{1,8192}/y;
const ELEMENT = /[^<\r\n]{1,65536}/y;

interface Part {
  readonly from: number;
  readonly to: number;
}

function valueBehind(text: string, nameFrom: number, nameTo: number, kind: SpanKind): Part | undefined {
  if (text[nameFrom - 1] === '<' && text[nameTo] === '>') return part(ELEMENT, text, nameTo + 1);
  const between =
    matchAt(BETWEEN, text, nameTo) ??
    matchAt(ATTRIBUTE, text, nameTo) ??
    (text.startsWith('--', nameFrom) ? matchAt(SPACE, text, nameTo) : null);
  if (!between) return undefined;
  const from = nameTo + between[0].length;
  const open = matchAt(QUOTE, text, from)?.groups?.['open'];
  if (open !== undefined) return quoted(text, from + open.length, open);
  if (text[from] === '{' || text[from] === '[') return undefined;
  if (kind === 'cookie' || (isWhole(kind) && beginsLine(text, nameFrom))) return part(LINE, text, from);
  return part(TOKEN, text, from);
}

/** A setting on a line of its own goes to the end of the line, whatever signs are in it. */
function isWhole(kind: SpanKind): boolean {
  return kind === 'password' || kind === 'secret' || kind === 'serial' || kind === 'blob';
}

function beginsLine(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return at - start < 64 && /^[ \t-]*(?:(?:export|set|setenv) )?$/u.test(text.slice(start, at));
}

function part(expression: RegExp, text: string, from: number): Part | undefined {
  const found = matchAt(expression, text, from)?.[0].trimEnd();
  return found === undefined || found === '' ? undefined : { from, to: from + found.length };
}

const MOST_QUOTED = 1024 * 1024;

/** Up to the quotation mark that closes, which has as many backslashes as the one that opens. */
function quoted(text: string, from: number, open: string): Part | undefined {
  const lineEnd = text.indexOf('\n', from);
  const last = Math.min(lineEnd < 0 ? text.length : lineEnd, from + MOST_QUOTED);
  let at = text.indexOf(open, from);
  while (at >= 0 && at < last && text[at - 1] === '\\') at = text.indexOf(open, at + 1);
  const to = at < 0 || at > last ? last : at;
  return to > from ? { from, to } : undefined;
}
