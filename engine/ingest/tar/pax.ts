import { decodeName } from '../entry-name.ts';
import { timeOf } from './header.ts';

/** What records in front of a header say of its entry, in place of what the header says. */
export interface TarMeta {
  readonly path?: string;
  readonly linkTarget?: string;
  readonly size?: number;
  readonly modified?: number;
  readonly sparse?: SparseRecords;
}

/** The records of GNU's three ways to write a sparse file in PAX. */
export interface SparseRecords {
  /** 1.0, whose map stands before the body; the older two have it in records. */
  readonly mapInBody?: true;
  readonly name?: string;
  /** Size of the file itself. */
  readonly size?: number;
  /** Offset, length, offset, length, … */
  readonly map?: readonly number[];
}

const EQUALS = 0x3d;
const SPACE = 0x20;
// 1748250245.123456789, -86400
const SECONDS = /^-?\d{1,13}(?:\.\d{0,20})?$/u;
const WHOLE = /^\d{1,16}$/u;

export interface PaxRecords {
  readonly meta: TarMeta;
  /** False where a record is malformed: it and those behind it are not heard. */
  readonly whole: boolean;
}

/**
 * Reads PAX records over what is known already.
 *
 *     30 mtime=1748250245.123456789\n    length of the whole record, key, value
 */
export function paxRecords(bytes: Uint8Array, known: TarMeta): PaxRecords {
  const records = new Records(known);
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(SPACE, at);
    const end = at + recordLength(bytes, at, space);
    const equals = bytes.indexOf(EQUALS, space);
    if (end > bytes.length || end <= space || equals === -1 || equals >= end)
      return { meta: records.meta(), whole: false };
    records.take(ascii(bytes, space + 1, equals), bytes.subarray(equals + 1, end - 1));
    at = end;
  }
  return { meta: records.meta(), whole: true };
}

/** The decimal number before the space; 0 where there is none. */
function recordLength(bytes: Uint8Array, at: number, space: number): number {
  const digits = space - at;
  if (digits < 1 || digits > 9) return 0;
  let length = 0;
  for (let index = at; index < space; index++) {
    const digit = (bytes[index] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return 0;
    length = length * 10 + digit;
  }
  return length;
}

class Records {
  #meta: { -readonly [Key in keyof TarMeta]: TarMeta[Key] };
  #sparse: { mapInBody?: true; name?: string; size?: number; map?: readonly number[] } = {};
  /** Version 0.0 gives the map as pairs of records. */
  readonly #pairs: number[] = [];

  constructor(known: TarMeta) {
    this.#meta = { ...known };
  }

  take(key: string, value: Uint8Array): void {
    switch (key) {
      case 'path':
        // An empty value takes back what a global header said.
        return this.#set('path', value.length === 0 ? undefined : decodeName(value));
      case 'linkpath':
        return this.#set('linkTarget', value.length === 0 ? undefined : decodeName(value));
      case 'size':
        return this.#set('size', wholeNumber(value));
      case 'mtime':
        return this.#set('modified', time(value));
      default:
        if (key.startsWith('GNU.sparse.')) this.#takeSparse(key.slice(11), value);
    }
  }

  meta(): TarMeta {
    if (this.#pairs.length > 0) this.#sparse.map = this.#pairs;
    return Object.keys(this.#sparse).length === 0 ? this.#meta : { ...this.#meta, sparse: this.#sparse };
  }

  #set<Key extends keyof TarMeta>(key: Key, value: TarMeta[Key] | undefined): void {
    if (value === undefined) delete this.#meta[key];
    else this.#meta[key] = value;
  }

  #takeSparse(key: string, value: Uint8Array): void {
    if (key === 'major') {
      if (ascii(value) === '1') this.#sparse.mapInBody = true;
    } else if (key === 'name') this.#sparse.name = decodeName(value);
    else if (key === 'size' || key === 'realsize') this.#sparse.size = wholeNumber(value) ?? Number.NaN;
    else if (key === 'map') this.#sparse.map = numbersOf(ascii(value));
    else if (key === 'offset' || key === 'numbytes') this.#pairs.push(wholeNumber(value) ?? Number.NaN);
  }
}

function time(value: Uint8Array): number | undefined {
  const text = ascii(value);
  return SECONDS.test(text) ? timeOf(Number(text)) : undefined;
}

function wholeNumber(value: Uint8Array): number | undefined {
  const number = wholeText(ascii(value));
  return Number.isNaN(number) ? undefined : number;
}

function wholeText(text: string): number {
  return WHOLE.test(text) ? Number(text) : Number.NaN;
}

// 0,512,1048576,4096
function numbersOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(',').map(wholeText);
}

function ascii(bytes: Uint8Array, from = 0, to = bytes.length): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
}
