import { decodeName } from '../entry-name.ts';

export const BLOCK = 512;

const CHECKSUM_AT = 148;
const CHECKSUM_END = 156;
const MAGIC_AT = 257;
/** Milliseconds that a Date can hold. */
const MOST_TIME = 8.64e15;

/** One header, before the records in front of it are heard. The bytes are not kept. */
export interface TarHeader {
  readonly type: string;
  readonly name: string;
  readonly linkTarget: string;
  /** Bytes of the body; undefined where the field holds no number. */
  readonly size: number | undefined;
  /** Milliseconds since 1970; undefined where the field holds no time. */
  readonly modified: number | undefined;
}

export function parseHeader(block: Uint8Array): TarHeader {
  const type = String.fromCharCode(block[156] ?? 0);
  return {
    type,
    name: nameOf(block),
    linkTarget: type === '1' || type === '2' ? textAt(block, 157, 100) : '',
    size: sizeAt(block, 124),
    modified: timeOf(numberAt(block, 136, 12)),
  };
}

/** Milliseconds from seconds, where a Date can hold them and they are not the zero of a writer without a clock. */
export function timeOf(seconds: number | undefined): number | undefined {
  const time = Math.floor((seconds ?? 0) * 1000);
  return time !== 0 && Math.abs(time) <= MOST_TIME ? time : undefined;
}

/** True where 512 bytes carry their own checksum, as every tar header does. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < BLOCK) return false;
  const written = numberAt(block, CHECKSUM_AT, CHECKSUM_END - CHECKSUM_AT);
  if (written === undefined) return false;
  // The field itself counts as spaces; old writers summed signed bytes.
  let sum = (CHECKSUM_END - CHECKSUM_AT) * 0x20;
  for (let at = 0; at < CHECKSUM_AT; at++) sum += block[at] ?? 0;
  for (let at = CHECKSUM_END; at < BLOCK; at++) sum += block[at] ?? 0;
  return written === sum || written === sum - signedExcess(block);
}

/** What bytes above 127 add to a sum of unsigned ones. */
function signedExcess(block: Uint8Array): number {
  let excess = 0;
  for (let at = 0; at < BLOCK; at++) {
    if ((at < CHECKSUM_AT || at >= CHECKSUM_END) && (block[at] ?? 0) > 127) excess += 256;
  }
  return excess;
}

/** True for a header with the magic of ustar or GNU whose checksum may be wrong. */
export function looksLikeHeader(block: Uint8Array): boolean {
  const sixth = block[MAGIC_AT + 5];
  return textAt(block, MAGIC_AT, 5) === 'ustar' && (sixth === 0 || sixth === 0x20);
}

/**
 * Where the next header with a magic stands, at any byte: behind a loss, blocks begin anywhere. Where none is whole,
 * -1.
 */
export function findHeader(bytes: Buffer): number {
  for (let at = bytes.indexOf('ustar', MAGIC_AT); at !== -1; at = bytes.indexOf('ustar', at + 1)) {
    const header = bytes.subarray(at - MAGIC_AT, at - MAGIC_AT + BLOCK);
    if (isTarHeader(header)) return at - MAGIC_AT;
  }
  return -1;
}

function nameOf(block: Uint8Array): string {
  const name = textAt(block, 0, 100);
  // ustar\0; GNU writes `ustar  ` and keeps times where the prefix would stand.
  if (block[345] === 0 || block[MAGIC_AT + 5] !== 0 || !looksLikeHeader(block)) return name;
  // star ends its prefix earlier, for its own times, and signs with `tar\0`.
  const isStar = textAt(block, 508, 4) === 'tar';
  const prefix = textAt(block, 345, isStar ? 131 : 155);
  return `${prefix}/${name}`;
}

/** Text up to the first zero byte, or the end of its field. */
export function textAt(block: Uint8Array, at: number, length: number): string {
  const end = block.indexOf(0, at);
  return decodeName(block.subarray(at, end === -1 ? at + length : Math.min(end, at + length)));
}

/** A number of bytes, which cannot be below zero. */
export function sizeAt(block: Uint8Array, at: number): number | undefined {
  const size = numberAt(block, at, 12);
  return size === undefined || size < 0 ? undefined : size;
}

/** Octal text between blanks, or base 256 where the first bit is set; an empty field is 0. */
export function numberAt(block: Uint8Array, at: number, length: number): number | undefined {
  const first = block[at] ?? 0;
  if (first >= 0x80) return base256(block, at, length);
  let value = 0;
  let begun = false;
  for (let index = at; index < at + length; index++) {
    const byte = block[index] ?? 0;
    if (byte >= 0x30 && byte <= 0x37) {
      value = value * 8 + byte - 0x30;
      begun = true;
    } else if (byte !== 0x20 && byte !== 0) return undefined;
    else if (begun) return value;
  }
  return value;
}

/** Two's complement, the first bit only saying that it is one. Beyond 2^53 it is infinite: more than there is. */
function base256(block: Uint8Array, at: number, length: number): number {
  const negative = ((block[at] ?? 0) & 0x40) !== 0;
  let value = negative ? -1 : 0;
  for (let index = at; index < at + length; index++) {
    const byte = index === at ? ((block[at] ?? 0) & 0x7f) | (negative ? 0x80 : 0) : (block[index] ?? 0);
    value = value * 256 + byte;
  }
  if (Number.isSafeInteger(value)) return value;
  return negative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
