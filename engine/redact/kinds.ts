import type { IdentityKind, RedactionClass } from '../api/index.ts';

/** What a span of text is. The parts of a name have kinds of their own; each belongs to one class. */
export type SpanKind =
  | IdentityKind
  | 'ipv4'
  | 'ipv6'
  | 'mac'
  | 'email'
  | 'blob'
  | 'token'
  | 'key'
  | 'password'
  | 'secret'
  | 'private-key'
  | 'cloud'
  | 'cookie';

interface KindRow {
  readonly class: RedactionClass;
  /** Of two spans that overlap the higher one stands: a password may look like a host, never the other way round. */
  readonly rank: number;
  /** Its value, found once behind its name, is looked for everywhere. */
  readonly learned: boolean;
}

/** From this rank on a kind is a secret, below it an identity. */
export const SECRET_RANK = 6;

export const KINDS: Readonly<Record<SpanKind, KindRow>> = {
  host: { class: 'hosts', rank: 2, learned: true },
  domain: { class: 'hosts', rank: 2, learned: true },
  user: { class: 'users', rank: 1, learned: true },
  ipv4: { class: 'ipv4', rank: 3, learned: false },
  ipv6: { class: 'ipv6', rank: 3, learned: false },
  mac: { class: 'mac', rank: 3, learned: false },
  email: { class: 'email', rank: 4, learned: false },
  id: { class: 'ids', rank: 5, learned: true },
  serial: { class: 'serials', rank: 5, learned: true },
  token: { class: 'tokens', rank: 6, learned: true },
  key: { class: 'keys', rank: 6, learned: true },
  password: { class: 'passwords', rank: 6, learned: true },
  secret: { class: 'secrets', rank: 6, learned: true },
  cloud: { class: 'cloud', rank: 7, learned: true },
  cookie: { class: 'cookies', rank: 8, learned: false },
  blob: { class: 'blobs', rank: 9, learned: false },
  'private-key': { class: 'private-keys', rank: 10, learned: false },
};

// The keys of a constant are its own.
export const SPAN_KINDS = Object.keys(KINDS) as readonly SpanKind[];

/** The kind whose spans a label of a class marks. */
export const KIND_OF_CLASS: Readonly<Record<RedactionClass, SpanKind>> = {
  hosts: 'host',
  users: 'user',
  ipv4: 'ipv4',
  ipv6: 'ipv6',
  mac: 'mac',
  email: 'email',
  ids: 'id',
  serials: 'serial',
  blobs: 'blob',
  tokens: 'token',
  keys: 'key',
  passwords: 'password',
  secrets: 'secret',
  'private-keys': 'private-key',
  cloud: 'cloud',
  cookies: 'cookie',
};

/** A part of a text that is to be replaced, from its first character to behind its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: SpanKind;
}

/**
 * Texts are scanned as Latin-1, one character for each byte: offsets are those of the bytes, and whatever the encoding,
 * bytes that are not replaced stay as they are.
 */
export function asLatin1(text: string): string {
  return isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

export function fromLatin1(bytes: string): string {
  return isAscii(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Small letters of ASCII alone: other bytes are parts of characters. */
export function lowered(text: string): string {
  return isAscii(text) ? text.toLowerCase() : text.replaceAll(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
