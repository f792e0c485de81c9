import { isIPv6 } from 'node:net';

import type { Span } from './kinds.ts';

const DOT = 0x2e;
const COLON = 0x3a;
const DASH = 0x2d;

/** What a byte is in an address: 1 a digit, 2 another hex digit, 3 a letter or a sign that joins words. */
const KIND = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  if (byte >= 0x30 && byte <= 0x39) KIND[byte] = 1;
  else if ((byte >= 0x61 && byte <= 0x66) || (byte >= 0x41 && byte <= 0x46)) KIND[byte] = 2;
  else if ((byte >= 0x67 && byte <= 0x7a) || (byte >= 0x47 && byte <= 0x5a) || byte === 0x5f) KIND[byte] = 3;
}
/** What stands within addresses between their parts. */
const SIGN = new Uint8Array(256);
for (const byte of [DOT, COLON, DASH]) SIGN[byte] = 1;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && KIND[byte] === 1;
const isHex = (byte: number | undefined): boolean => {
  const kind = byte === undefined ? 0 : (KIND[byte] ?? 0);
  return kind === 1 || kind === 2;
};
const isWord = (byte: number | undefined): boolean => byte !== undefined && (KIND[byte] ?? 0) > 0;

/** Finds IPv4, IPv6 and MAC addresses in one walk over the bytes. `text` is the same in Latin-1. */
export function findAddresses(bytes: Uint8Array, text: string, push: (span: Span) => void): void {
  const length = bytes.length;
  for (let at = 1; at < length; at++) {
    const byte = bytes[at]!;
    // Digits and letters are nearly all there is: one look passes them.
    if (SIGN[byte] === 0) continue;
    if (byte === DOT) {
      if (KIND[bytes[at - 1]!] === 1 && at + 1 < length && KIND[bytes[at + 1]!] === 1)
        at = Math.max(at, ipv4At(bytes, text, at, push));
    } else if (byte === COLON) {
      if (isTime(bytes, at)) at += 5;
      else at = Math.max(at, colonsAt(bytes, text, at, push));
    } else if (isHex(bytes[at - 1]) && bytes[at + 3] === DASH && isMac(bytes, at - 2, DASH)) {
      push({ from: at - 2, to: at + 15, kind: 'mac' });
      at += 14;
    }
  }
}

/** 12:34:56, of which logs have one in every line; the first colon stands at `at`. */
function isTime(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 3] !== COLON || !isDigit(bytes[at + 4]) || !isDigit(bytes[at + 5])) return false;
  const next = bytes[at + 6];
  return next !== COLON && !isHex(next);
}

/** An address whose first dot is at `dot`; returns where to go on. */
function ipv4At(bytes: Uint8Array, text: string, dot: number, push: (span: Span) => void): number {
  let from = dot - 1;
  while (isDigit(bytes[from - 1])) from--;
  let at = from;
  let parts = 0;
  const values = [0, 0, 0, 0];
  for (; parts < 4; parts++) {
    if (parts > 0) {
      if (bytes[at] !== DOT || !isDigit(bytes[at + 1])) break;
      at++;
    }
    const start = at;
    let value = 0;
    while (isDigit(bytes[at]) && at - start < 4) value = value * 10 + (bytes[at++]! - 0x30);
    // 010 is no part of an address, and 256 is none either.
    if (at - start > 3 || value > 255 || (at - start > 1 && bytes[start] === 0x30)) return at;
    values[parts] = value;
  }
  if (parts < 4 || isDigit(bytes[at])) return at;
  const next = bytes[at];
  // 1.3.6.1.4.1 is an object of SNMP, 1.2.3.4rc1 a version.
  if ((next === DOT && isDigit(bytes[at + 1])) || isWord(next)) return at;
  const before = bytes[from - 1];
  if (before === DOT || isWord(before)) return at;
  if (tellsNobody(values)) return at;
  if (!isPrivate(values) && looksLikeVersion(bytes, text, from, at)) return at;
  push({ from, to: at, kind: 'ipv4' });
  return at - 1;
}

/** This host, no host, all hosts, several hosts, masks, and the two addresses at which clouds answer their guests. */
function tellsNobody([a = 0, b = 0, c = 0, d = 0]: readonly number[]): boolean {
  if (a === 0 || a === 127 || a >= 224) return true;
  return (
    (a === 169 && b === 254 && c === 169 && d === 254) || (a === 168 && b === 63 && c === 129 && d === 16)
  );
}

function isPrivate([a = 0, b = 0]: readonly number[]): boolean {
  return a === 10 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32);
}

// version: 1.2.3.4 · "release": "1.2.3.4" · libfoo-1.2.3.4-5.el8 · 1.2.3.4+git · 1:1.2.3.4-5ubuntu1
const VERSION_BEFORE = /(?:version|release|revision|\bver|\brev|\bv)["'\s:=_-]{0,8}$/iu;

function looksLikeVersion(bytes: Uint8Array, text: string, from: number, to: number): boolean {
  const next = bytes[to];
  if ((next === DASH || next === 0x2b || next === 0x7e) && isWord(bytes[to + 1])) return true;
  if (bytes[from - 1] === DASH && isWord(bytes[from - 2]) && !isDigit(bytes[from - 2])) return true;
  return VERSION_BEFORE.test(text.slice(Math.max(0, from - 24), from));
}

/** An IPv6 or MAC address whose first colon is at `colon`; returns where to go on. */
function colonsAt(bytes: Uint8Array, text: string, colon: number, push: (span: Span) => void): number {
  const double = bytes[colon + 1] === COLON;
  if (!double && !(isHex(bytes[colon - 1]) && isHex(bytes[colon + 1]))) return colon;
  let from = colon;
  while (isHex(bytes[from - 1]) && colon - from < 5) from--;
  let to = colon + 1;
  let colons = 1;
  for (; to - from < 48; to++) {
    if (bytes[to] === COLON) colons++;
    else if (!isHex(bytes[to])) break;
  }
  if (colons < 5 && !(double || text.slice(from, to).includes('::'))) return to - 1;
  const before = bytes[from - 1];
  if (isWord(bytes[to]) || isWord(before) || before === COLON || before === DOT) return to - 1;
  if (colons === 5 && to - from === 17 && isMac(bytes, from, COLON)) {
    if (!/^(?:00|ff)(?::(?:00|ff)){5}$/iu.test(text.slice(from, to))) push({ from, to, kind: 'mac' });
    return to - 1;
  }
  while (to > from && bytes[to - 1] === COLON && bytes[to - 2] !== COLON) to--;
  const token = text.slice(from, to);
  if (isIPv6(token) && isOfSomebody(token)) push({ from, to, kind: 'ipv6' });
  return to - 1;
}

/** `::` and `::1` are every host's; ff02::1 is a group; `Bad::Cafe` is a name of a program. */
function isOfSomebody(address: string): boolean {
  if (/^(?:::1?|ff0[0-9a-f]:.*)$/iu.test(address)) return false;
  return /\d/u.test(address) || address.split(':').length > 3;
}

function isMac(bytes: Uint8Array, from: number, between: number): boolean {
  if (from < 0 || from + 17 > bytes.length) return false;
  for (let part = 0; part < 6; part++) {
    const at = from + 3 * part;
    if (!isHex(bytes[at]) || !isHex(bytes[at + 1])) return false;
    if (part < 5 && bytes[at + 2] !== between) return false;
  }
  const next = bytes[from + 17];
  return !isWord(next) && next !== between && !isWord(bytes[from - 1]) && bytes[from - 1] !== between;
}
