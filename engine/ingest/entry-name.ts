import { escapeName, type EntryPath } from '../api/index.ts';

/** What `toString('utf8')` puts where bytes are no UTF-8, and what a name may hold in earnest. */
const REPLACED = '\ufffd';
/** A byte that belongs to no character becomes this plus its value: a lone surrogate, which no text holds. */
const STRAY_BYTE = 0xdc00;

/**
 * A name from its bytes. What is no UTF-8 is kept byte by byte as lone surrogates, so that two names that differ in
 * a byte stay two names; screens show them escaped.
 */
export function decodeName(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.includes(REPLACED) ? withStrayBytes(bytes) : text;
}

function withStrayBytes(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = characterAt(bytes, at);
    if (length === 0) text += String.fromCharCode(STRAY_BYTE + (bytes[at] ?? 0));
    else text += Buffer.from(bytes.subarray(at, at + length)).toString('utf8');
    at += Math.max(1, length);
  }
  return text;
}

/** Bytes of the well-formed character that begins here; 0 where none does. */
function characterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  // Longer forms than needed, surrogates, and what lies beyond the last character.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  return first === 0xf4 && second > 0x8f ? 0 : length;
}

/** An entry that has no name at all; see docs/addresses.md. */
export const NAMELESS: EntryPath = '!@1';

const UNTIDY = /^\/|\/$|\/\/|^\.\/|\/\.\/|\/\.$|^\.$|!/u;

/**
 * The address of an entry from its name in an archive: `./a//b/` → `a/b`. A leading slash and parts that mean
 * nothing go; all else, `..` included, is data. '' for a name that is made of nothing else.
 */
export function addressOf(name: string): EntryPath {
  if (!UNTIDY.test(name)) return name;
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  return escapeName(parts.join('/'));
}
