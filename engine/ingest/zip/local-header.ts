import type { ByteReader } from '../byte-reader.ts';
import { LOCAL_BYTES, LOCAL_HEADER, localLength, localMember, type ZipMember } from './zip-member.ts';

/** Methods and versions beyond these are no header of a zip. */
const MOST_METHOD = 99;
const MOST_VERSION = 70;

export interface LocalHeader {
  readonly member: ZipMember;
  /** Bytes up to the data. */
  readonly length: number;
}

/** The local header at which the reader stands; undefined where there is none. Nothing is taken. */
export async function peekLocal(body: ByteReader): Promise<LocalHeader | undefined> {
  if (body.buffered < LOCAL_BYTES && !(await body.fill(LOCAL_BYTES))) return undefined;
  const fixed = bufferOf(body.peek(LOCAL_BYTES));
  if (!isLocalHeader(fixed)) return undefined;
  const length = localLength(fixed);
  if (body.buffered < length && !(await body.fill(length))) return undefined;
  return { member: localMember(bufferOf(body.peek(length)), body.offset), length };
}

/** True for the mark of a local header with a name, a version and a method that exist. */
export function isLocalHeader(fixed: Buffer): boolean {
  return (
    fixed.length >= LOCAL_BYTES &&
    fixed.readUInt32LE(0) === LOCAL_HEADER &&
    (fixed[4] ?? 0) <= MOST_VERSION &&
    fixed.readUInt16LE(8) <= MOST_METHOD &&
    fixed.readUInt16LE(26) > 0
  );
}

const DESCRIPTOR = 0x08074b50;
/** Mark, checksum, packed size, size; the mark may be missing, and sizes may have eight bytes. */
const FORMS = [
  { mark: 4, wide: 4 },
  { mark: 4, wide: 8 },
  { mark: 0, wide: 4 },
  { mark: 0, wide: 8 },
] as const;
const P = 0x50;
const K = 0x4b;
/** The longest descriptor, and the first letters of the mark behind it. */
export const MOST_DESCRIPTOR = 24 + 2;

export interface Descriptor {
  readonly crc: number;
  readonly size: number;
  /** Bytes that it takes up itself. */
  readonly length: number;
}

/**
 * The descriptor at the front of some bytes that follow `packedSize` bytes of data. Several of its forms may fit: the
 * one that agrees with the content, where that is known, and in front of another mark, counts.
 */
export function descriptorAt(
  bytes: Buffer,
  packedSize: number,
  content?: { readonly size: number; readonly crc: number },
): Descriptor | undefined {
  let best: Descriptor | undefined;
  let bestScore = -1;
  for (const form of FORMS) {
    const found = inForm(bytes, packedSize, form);
    if (!found) continue;
    const isContent = content && found.size === content.size && found.crc === content.crc;
    const isInFront = bytes[found.length] === P && bytes[found.length + 1] === K;
    const score = (isContent ? 2 : 0) + (isInFront ? 1 : 0);
    if (score > bestScore) [best, bestScore] = [found, score];
  }
  return best;
}

function inForm(
  bytes: Buffer,
  packedSize: number,
  { mark, wide }: (typeof FORMS)[number],
): Descriptor | undefined {
  const length = mark + 4 + 2 * wide;
  if (bytes.length < length || (mark > 0 && bytes.readUInt32LE(0) !== DESCRIPTOR)) return undefined;
  const read = (at: number): number =>
    wide === 4 ? bytes.readUInt32LE(at) : Number(bytes.readBigUInt64LE(at));
  if (read(mark + 4) !== packedSize) return undefined;
  return { crc: bytes.readUInt32LE(mark), size: read(mark + 4 + wide), length };
}

export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
