import type { Identity } from '../api/index.ts';
import { asLatin1, KINDS, lowered, SECRET_RANK, type SpanKind } from './kinds.ts';
import type { Names } from './names.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { backFrom, isNameCode, isWordCode, type Push } from './rule.ts';

interface Learned {
  readonly kind: SpanKind;
  /** As it is looked for: in small letters but for secrets. */
  readonly value: string;
  readonly isEveryday: boolean;
}

/** Values that are looked for; a hostile bundle shall not swell the search. */
const MOST = 4_000;
const MOST_LENGTH = 512;
/** Of a value the walk looks for so much; the rest is compared. It keeps the table of the walk small. */
const NEEDLE = 12;

/** What was learned in one place and is found everywhere. */
export class LearnedNames {
  readonly #names: Names;
  readonly #pseudonyms: Pseudonyms;
  readonly #known = new Set<string>();
  readonly #byNeedle = new Map<string, Learned[]>();

  constructor(names: Names, pseudonyms: Pseudonyms) {
    this.#names = names;
    this.#pseudonyms = pseudonyms;
  }

  get needles(): readonly string[] {
    return [...this.#byNeedle.keys()];
  }

  get count(): number {
    return this.#known.size;
  }

  addIdentities(identities: readonly Identity[]): void {
    // Domains first: a name is parted where its domain begins.
    for (const { kind, value } of identities) if (kind === 'domain') this.add(kind, asLatin1(value));
    for (const { kind, value } of identities) if (kind !== 'domain') this.add(kind, asLatin1(value));
  }

  /** Takes a value down, where it can be told from ordinary text. */
  add(kind: SpanKind, given: string): void {
    const value = isSecret(kind) ? given : lowered(given).replace(/\.$/u, '');
    if (value.length > MOST_LENGTH || value.includes('\n')) return;
    if (kind === 'host' || kind === 'domain') this.#addHost(value, kind);
    else if (kind === 'user') {
      if (this.#names.isOwnUser(value)) this.#put(kind, value, this.#names.isEveryday(value));
    } else if (kind === 'id' || kind === 'serial') {
      if (value.length >= 6 && /\d/u.test(value)) this.#put(kind, value, false);
    } else if (isSecret(kind) && isUnusual(value)) this.#put(kind, value, false);
  }

  /**
   * Takes down what a form or a label shows. Of a host the name as a whole: the first part of `fedora.example.org` is a
   * word of texts, and only the host's own facts say that it is a name.
   */
  addFound(kind: SpanKind, given: string): void {
    if (kind !== 'host') return this.add(kind, given);
    const name = lowered(given).replace(/\.$/u, '');
    if (name.length > MOST_LENGTH || !this.#names.isOwnHost(name)) return;
    const dot = name.indexOf('.');
    if (dot < 0) return this.#put('host', name, this.#names.isEveryday(name) || /^[a-z]+$/u.test(name));
    this.#put('host', name, false);
    if (name.includes('.', dot + 1)) this.#addHost(name.slice(dot + 1), 'domain');
  }

  #addHost(name: string, kind: 'host' | 'domain'): void {
    if (/^[\d.]+$|:/u.test(name) || !this.#names.isOwnHost(name)) return;
    const dot = name.indexOf('.');
    if (kind === 'host') {
      const label = dot < 0 ? name : name.slice(0, dot);
      this.#put('host', label, this.#names.isEveryday(label));
      if (dot < 0) return;
    }
    const domain = kind === 'domain' ? name : name.slice(dot + 1);
    if (!this.#names.isOwnHost(domain)) return;
    this.#pseudonyms.domains.add(domain);
    if (domain.includes('.')) this.#put('domain', domain, false);
    else if (kind === 'host') this.#put('host', name, false);
  }

  #put(kind: SpanKind, value: string, isEveryday: boolean): void {
    const key = `${kind} ${value}`;
    if (this.#known.has(key) || this.#known.size >= MOST || value.length < 2) return;
    this.#known.add(key);
    const needle = needleOf(value);
    this.#byNeedle.set(needle, [...(this.#byNeedle.get(needle) ?? []), { kind, value, isEveryday }]);
  }

  /** What stands where a needle was found. */
  find(needle: string, text: string, at: number, push: Push): void {
    for (const { kind, value, isEveryday } of this.#byNeedle.get(needle) ?? []) {
      const to = at + value.length;
      const there = text.slice(at, to);
      if (there !== value && (isSecret(kind) || lowered(there) !== value)) continue;
      if (at > 0 && isWordCode(value.charCodeAt(0)) && isWordCode(text.charCodeAt(at - 1))) continue;
      if (
        to < text.length &&
        isWordCode(text.charCodeAt(to)) &&
        isWordCode(value.charCodeAt(value.length - 1))
      )
        continue;
      if (kind === 'user' && (text[at - 1] === '_' || text[to] === '_')) continue;
      if (isEveryday && !isCalledSo(text, at, to, kind)) continue;
      if (kind !== 'domain') push({ from: at, to, kind });
      else findInDomain(text, at, to, push);
    }
  }
}

/** The name in front of a domain belongs to it; an underscore begins no name of a host. */
function findInDomain(text: string, at: number, to: number, push: Push): void {
  if (text[at - 1] !== '.') return push({ from: at, to, kind: 'domain' });
  let from = backFrom(text, at, isNameCode, 200);
  while (from < at && /[-._]/u.test(text[from] ?? '')) from++;
  push(from < at - 1 ? { from, to, kind: 'host' } : { from: at, to, kind: 'domain' });
}

// Nov 20 10:00:01 web · 2026-11-20T10:00:01.123456+00:00 web · Linux web 5.14 · hostname: web · ada@web · //web
const BEFORE_HOST =
  /(?:^|\n)(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.,]{8,18}(?:Z|[+-]\d\d:?\d\d)?) $|(?:^|\n)Linux $|@$|\/\/$|host_?name[\\"']{0,4}[ \t]{0,40}[:=][ \t]{0,8}[\\"']{0,4}$|<host_?name>$|node[= ]"?$/iu;
// /home/admin · user=admin · for admin · uid=1000(admin) · sudo -u admin · chown admin
const BEFORE_USER =
  /(?:\/home\/|users?[=: ][ ]?["']?|\bfor |uid=\d{1,10}\(|[ =]~|\bsu (?:- )?|-u |owner[=: ]["']?)$/iu;

/** Whether the text around a word that may mean anything says that here it is a name. */
function isCalledSo(text: string, at: number, to: number, kind: SpanKind): boolean {
  const before = text.slice(Math.max(0, at - 64), at);
  const atLineStart = at === 0 || text[at - 1] === '\n';
  if (kind === 'host')
    return BEFORE_HOST.test(before) || (atLineStart && /^\r?(?:\n|$)/u.test(text.slice(to, to + 2)));
  return (
    BEFORE_USER.test(before) || (atLineStart && /^(?::[x*!]?:\d|[ \t]+\d+ )/u.test(text.slice(to, to + 16)))
  );
}

function isSecret(kind: SpanKind): boolean {
  return KINDS[kind].rank >= SECRET_RANK;
}

/** A secret that stands in no other text by chance: long enough, and more than one sort of sign. */
function isUnusual(value: string): boolean {
  if (value.length < 8 || /\s/u.test(value)) return false;
  const sorts = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^A-Za-z\d]/u].filter((sort) => sort.test(value)).length;
  return sorts >= 3 || (sorts === 2 && /\d/u.test(value)) || value.length >= 20;
}

/** Ends with a whole character: bytes from 0x80 to 0xbf go on with one. */
function needleOf(value: string): string {
  let to = Math.min(NEEDLE, value.length);
  while (to > 0 && to < value.length && (value.charCodeAt(to) & 0xc0) === 0x80) to--;
  return lowered(value.slice(0, to));
}
