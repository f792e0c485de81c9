import { isBzip2Head } from './decompress/bzip2.ts';
import type { Compression } from './decompress/decompress.ts';
import { isSkippable, ZSTD_MAGIC } from './decompress/zstd-frame.ts';
import { isTarHeader, looksLikeHeader } from './tar/header.ts';

/** Formats that are told but not opened, and what people call them. */
export const UNOPENED = {
  '7z': 'a 7-Zip archive',
  rar: 'a RAR archive',
  rpm: 'an RPM package',
  deb: 'a Debian package',
  gpg: 'a PGP-encrypted file',
  openssl: 'a file encrypted by openssl',
  age: 'a file encrypted by age',
  elf: 'an ELF program',
  html: 'an HTML page',
} as const;
export type UnopenedFormat = keyof typeof UNOPENED;

/** What a file is by its first bytes. Names are not asked. */
export type Format = 'tar' | Compression | 'zip' | UnopenedFormat;

/** Bytes that are enough to tell every format. */
export const HEAD_BYTES = 512;

const MAGIC: readonly (readonly [Format, string])[] = [
  ['gzip', '\x1f\x8b\x08'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['zip', 'PK\x07\x08'],
  ['xz', '\xfd7zXZ\0'],
  ['bzip2', 'BZh'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['rar', 'Rar!\x1a\x07'],
  ['rpm', '\xed\xab\xee\xdb'],
  ['elf', '\x7fELF'],
  ['deb', '!<arch>\ndebian'],
  ['openssl', 'Salted__'],
  ['age', 'age-encryption.org/'],
  ['gpg', '-----BEGIN PGP MESSAGE'],
];

export function detectFormat(head: Uint8Array): Format | undefined {
  const text = latin1(head.subarray(0, 64));
  for (const [format, magic] of MAGIC) {
    if (text.startsWith(magic) && (format !== 'bzip2' || isBzip2Head(head))) return format;
  }
  if (isTarHeader(head) || looksLikeHeader(head)) return 'tar';
  if (beginsWithSkippedFrame(head)) return 'zstd';
  return /^\s*<(?:!doctype html|html[\s>])/iu.test(text) ? 'html' : undefined;
}

/** pzstd begins with a frame that is passed over; what it is shows in the frame behind it. */
function beginsWithSkippedFrame(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.length < 12 || !isSkippable(bytes.readUInt32LE(0))) return false;
  const next = 8 + bytes.readUInt32LE(4);
  return next + 4 <= bytes.length && bytes.readUInt32LE(next) === ZSTD_MAGIC;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
