import { isBzip2Head } from './decompress/bzip2.ts';
import type { Compression } from './decompress/decompress.ts';
import { isSkippable, ZSTD_MAGIC } from './decompress/zstd-frame.ts';
import { isPgp, mayBePgp, PGP_HEAD } from './pgp.ts';
import { isTarHeader, looksLikeHeader } from './tar/header.ts';
import type { UnopenedFormat } from './unopened.ts';

/** What a file is by its first bytes. Names are not asked. */
export type Format = 'tar' | Compression | 'zip' | 'journal' | UnopenedFormat;

/** Bytes that are enough to tell nearly every format; `headNeeded` says where more are. */
export const HEAD_BYTES = 512;
const ISO_MARK_AT = 0x8001;
export const MOST_HEAD_BYTES = ISO_MARK_AT + 5;

/** What a format begins with, and what must hold besides where that is too little to go by. */
interface Magic {
  readonly format: Format;
  readonly begins: string;
  readonly also?: (head: Uint8Array) => boolean;
}

const MAGIC: readonly Magic[] = [
  { format: 'gzip', begins: '\x1f\x8b\x08' },
  { format: 'zip', begins: 'PK\x03\x04' },
  { format: 'zip', begins: 'PK\x05\x06' },
  { format: 'zip', begins: 'PK\x07\x08' },
  { format: 'xz', begins: '\xfd7zXZ\0' },
  { format: 'bzip2', begins: 'BZh', also: isBzip2Head },
  { format: 'zstd', begins: '\x28\xb5\x2f\xfd' },
  { format: 'journal', begins: 'LPKSHHRH' },
  { format: '7z', begins: '7z\xbc\xaf\x27\x1c' },
  { format: 'rar', begins: 'Rar!\x1a\x07' },
  { format: 'cab', begins: 'MSCF\0\0\0\0' },
  { format: 'rpm', begins: '\xed\xab\xee\xdb' },
  { format: 'deb', begins: '!<arch>\ndebian' },
  { format: 'cpio', begins: '07070', also: matches(/^07070[127][0-9A-Fa-f]{8}/u) },
  { format: 'lzip', begins: 'LZIP\x01' },
  { format: 'lzop', begins: '\x89LZO\0\r\n\x1a\n' },
  { format: 'lz4', begins: '\x04\x22\x4d\x18' },
  { format: 'compress', begins: '\x1f\x9d', also: isCompressHead },
  { format: 'lzma', begins: '\x5d\0\0', also: isLzmaHead },
  { format: 'evtx', begins: 'ElfFile\0' },
  { format: 'openssl', begins: 'Salted__' },
  // The same in base64
  { format: 'openssl', begins: 'U2FsdGVkX1', also: matches(/^[A-Za-z0-9+/]{40}/u) },
  { format: 'age', begins: 'age-encryption.org/' },
  { format: 'age', begins: '-----BEGIN AGE ENCRYPTED FILE-----' },
  { format: 'pgp', begins: '-----BEGIN PGP MESSAGE-----' },
  { format: 'luks', begins: 'LUKS\xba\xbe' },
  { format: 'elf', begins: '\x7fELF' },
  { format: 'exe', begins: 'MZ', also: isProgramHead },
  { format: 'pdf', begins: '%PDF-' },
  { format: 'image', begins: '\x89PNG\r\n\x1a\n' },
  { format: 'image', begins: '\xff\xd8\xff' },
];

const BY_FIRST = Map.groupBy(MAGIC, ({ begins }) => begins[0]);

// <!DOCTYPE html> · <html lang="en"> · behind a mark of order, an XML declaration, a comment
const HTML =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/iu;

export function detectFormat(head: Uint8Array): Format | undefined {
  const text = latin1(head.subarray(0, 64));
  for (const { format, begins, also } of BY_FIRST.get(text[0]) ?? []) {
    if (text.startsWith(begins) && (also?.(head) ?? true)) return format;
  }
  if (isTarHeader(head) || looksLikeHeader(head)) return 'tar';
  if (beginsWithSkippedFrame(head)) return 'zstd';
  if (latin1(head.subarray(ISO_MARK_AT, MOST_HEAD_BYTES)) === 'CD001') return 'iso';
  if (isPgp(head)) return 'pgp';
  return text.includes('<') && HTML.test(latin1(head.subarray(0, HEAD_BYTES))) ? 'html' : undefined;
}

/** Bytes that must be seen before a head of HEAD_BYTES is sure to be of no format. */
export function headNeeded(head: Uint8Array): number {
  // An image begins with 32 KiB for a system to start from: zeros, or ending as those do.
  const isBootable = head[510] === 0x55 && head[511] === 0xaa;
  if (isBootable || head.subarray(0, HEAD_BYTES).every((byte) => byte === 0)) return MOST_HEAD_BYTES;
  return mayBePgp(head) ? PGP_HEAD : HEAD_BYTES;
}

function matches(pattern: RegExp): (head: Uint8Array) => boolean {
  return (head) => pattern.test(latin1(head.subarray(0, 64)));
}

/** Codes of 9 to 16 bits, and two bits that are always zero. */
function isCompressHead(head: Uint8Array): boolean {
  const flags = head[2] ?? 0;
  return (flags & 0x60) === 0 && (flags & 0x1f) >= 9 && (flags & 0x1f) <= 16;
}

/** A dictionary of one or one and a half times a power of two, then the size: unknown, or below 256 GiB. */
function isLzmaHead(head: Uint8Array): boolean {
  const dictionary = readUint32(head, 1);
  const odd = dictionary / (dictionary & -dictionary);
  if (head.length < 13 || (odd !== 1 && odd !== 3)) return false;
  const high = readUint32(head, 9);
  return high === 0xffffffff ? readUint32(head, 5) === high : high < 64;
}

/** The place of the real header is written at 60, and there stands PE. */
function isProgramHead(head: Uint8Array): boolean {
  const at = readUint32(head, 60);
  return latin1(head.subarray(at, at + 4)) === 'PE\0\0';
}

/** pzstd begins with a frame that is passed over; what it is shows in the frame behind it. */
function beginsWithSkippedFrame(head: Uint8Array): boolean {
  if (head.length < 12 || !isSkippable(readUint32(head, 0))) return false;
  return readUint32(head, 8 + readUint32(head, 4)) === ZSTD_MAGIC;
}

function readUint32(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
    0
  );
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
