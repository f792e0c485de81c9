import type { RedactionClass } from '../api/index.ts';
import { fromLatin1, KINDS, lowered, type SpanKind } from './kinds.ts';
import { ipv4Pseudonym, ipv6Pseudonym, macPseudonym, PartNumbers } from './pseudonym-addresses.ts';

/** One row of a mapping file. */
export interface MappingRow {
  readonly class: RedactionClass;
  readonly pseudonym: string;
  readonly original: string;
}

/** Where pseudonyms of names end: the domain that is reserved for examples. */
const TOP = 'example';

/** Gives each value its pseudonym, the same one every time, numbered in the order in which values come. */
export class Pseudonyms {
  readonly #known = new Map<string, string>();
  readonly #originals = new Map<string, MappingRow>();
  readonly #counts = new Map<SpanKind, number>();
  readonly #numbers = new PartNumbers();

  /** Domains of names that are learned: `web-03.corp.example.com` is a host in a domain wherever it stands. */
  readonly domains = new Set<string>();

  of(kind: SpanKind, value: string): string {
    const key = `${kind} ${value}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#make(kind, value);
    this.#known.set(key, made);
    this.#originals.set(`${KINDS[kind].class} ${made}`, {
      class: KINDS[kind].class,
      pseudonym: made,
      original: fromLatin1(value),
    });
    return made;
  }

  /** Every value that has a pseudonym, by class and in the order of the pseudonyms. */
  mapping(): readonly MappingRow[] {
    return [...this.#originals.values()];
  }

  #make(kind: SpanKind, value: string): string {
    switch (kind) {
      case 'host':
        return this.#hostName(lowered(value));
      case 'domain':
        return `${this.#named('domain', lowered(value))}.${TOP}`;
      case 'user':
        return this.#named('user', lowered(value));
      case 'email':
        return `${this.#named('email', lowered(value), 'mail')}@mail.${TOP}`;
      case 'ipv4':
        return ipv4Pseudonym(value, this.#numbers) ?? this.#named('ipv4', value, 'ip');
      case 'ipv6':
        return ipv6Pseudonym(value, this.#numbers);
      case 'mac':
        return macPseudonym(value, this.#numbers);
      case 'id':
        return this.#shaped(lowered(value));
      case 'serial':
      case 'blob':
      case 'token':
      case 'key':
      case 'password':
      case 'secret':
      case 'private-key':
      case 'cloud':
      case 'cookie':
        return this.#named(kind, value);
    }
  }

  /** `web-03.corp.example.com` → `host-1.domain-1.example`, and `web-03` → `host-1`. */
  #hostName(name: string): string {
    const dot = name.indexOf('.');
    if (dot < 0) return this.#named('host', name);
    for (let at = dot; at >= 0; at = name.indexOf('.', at + 1)) {
      const domain = name.slice(at + 1);
      if (this.domains.has(domain))
        return `${this.#named('host', name.slice(0, at))}.${this.of('domain', domain)}`;
    }
    return `${this.#named('host', name.slice(0, dot))}.${this.of('domain', name.slice(dot + 1))}`;
  }

  #named(kind: SpanKind, value: string, word: string = kind): string {
    const key = `${kind} name ${value}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const made = `${word}-${number}`;
    this.#known.set(key, made);
    return made;
  }

  /** An id keeps its length and its signs, so that what reads ids reads it: `00000000-0000-0000-0000-000000000001`. */
  #shaped(value: string): string {
    const name = this.#named('id', value);
    const digits = name.slice('id-'.length);
    const places = value.replaceAll(/[^0-9a-z]/gu, '').length;
    if (places < 8) return name;
    const filled = digits.padStart(places, '0');
    let at = 0;
    return value.replaceAll(/[0-9a-z]/gu, () => filled[at++] ?? '0');
  }
}

/** Pseudonyms of secrets are left alone, so that what is redacted already stays as it is. */
const OWN = /^(?:serial|blob|token|key|password|secret|private-key|cloud|cookie)-[1-9]\d{0,8}$/u;

export function isPseudonym(value: string): boolean {
  return OWN.test(value);
}
