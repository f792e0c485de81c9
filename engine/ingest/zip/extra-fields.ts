import { crc32 } from 'node:zlib';

/** Bytes of a member, where 32 bits may not hold them. */
export interface WideSizes {
  readonly size: number;
  readonly packedSize: number;
  /** Offset of the local header; only the directory has it. */
  readonly at: number;
}

export interface AesField {
  /** 1 checks the CRC of the content, 2 leaves that to its own code. */
  readonly version: number;
  /** 1, 2, 3 for keys of 128, 192, 256 bits. */
  readonly strength: number;
  /** How the content is packed beneath. */
  readonly method: number;
}

/** What the extra fields of a header say. */
export interface ExtraFields extends WideSizes {
  /** Milliseconds since 1970, exact and in UTC, unlike the DOS time. */
  readonly modified?: number;
  /** The name in UTF-8, where it belongs to the name that the header has. */
  readonly unicodeName?: Buffer;
  readonly aes?: AesField;
  /** Sizes have eight bytes, in a descriptor too. */
  readonly isWide: boolean;
}

const FULL_32 = 0xffffffff;
const ZIP64 = 0x0001;
const NTFS = 0x000a;
const UNIX_OLD = 0x5855;
const UNIX_TIME = 0x5455;
const UNICODE_PATH = 0x7075;
const AES = 0x9901;
/** Between 1601, where NTFS counts from, and 1970. */
const NTFS_EPOCH = 11_644_473_600_000;

export function extraFields(extra: Buffer, name: Buffer, sizes: WideSizes): ExtraFields {
  const found: { -readonly [Key in keyof ExtraFields]: ExtraFields[Key] } = { ...sizes, isWide: false };
  const times = new Map<number, number | undefined>();
  for (let at = 0; at + 4 <= extra.length;) {
    const id = extra.readUInt16LE(at);
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    at += 4 + extra.readUInt16LE(at + 2);
    if (id === ZIP64) Object.assign(found, wideSizes(field, sizes), { isWide: true });
    else if (id === UNIX_TIME) times.set(id, unixTime(field));
    else if (id === NTFS) times.set(id, ntfsTime(field));
    else if (id === UNIX_OLD && field.length >= 8) times.set(id, field.readInt32LE(4) * 1000);
    else if (id === UNICODE_PATH && isNameOf(field, name)) found.unicodeName = field.subarray(5);
    else if (id === AES && field.length >= 7) found.aes = aesField(field);
  }
  const modified = times.get(UNIX_TIME) ?? times.get(NTFS) ?? times.get(UNIX_OLD);
  if (modified !== undefined) found.modified = modified;
  return found;
}

/** In this order, those values that the header itself has no room for. */
function wideSizes(field: Buffer, sizes: WideSizes): WideSizes {
  const wide: { -readonly [Key in keyof WideSizes]: WideSizes[Key] } = { ...sizes };
  let at = 0;
  for (const key of ['size', 'packedSize', 'at'] as const) {
    if (sizes[key] !== FULL_32 || at + 8 > field.length) continue;
    wide[key] = Number(field.readBigUInt64LE(at));
    at += 8;
  }
  return wide;
}

/** Flags that say which times follow, the first that of the last change, in seconds. */
function unixTime(field: Buffer): number | undefined {
  return field.length >= 5 && ((field[0] ?? 0) & 1) !== 0 ? field.readInt32LE(1) * 1000 : undefined;
}

/** Four unused bytes, then tags; the first holds three times in steps of 100 nanoseconds. */
function ntfsTime(field: Buffer): number | undefined {
  if (field.length < 16 || field.readUInt16LE(4) !== 1) return undefined;
  const time = Number(field.readBigUInt64LE(8) / 10_000n) - NTFS_EPOCH;
  return Math.abs(time) <= 8.64e15 ? time : undefined;
}

function isNameOf(field: Buffer, name: Buffer): boolean {
  return field.length > 5 && field[0] === 1 && field.readUInt32LE(1) === crc32(name);
}

function aesField(field: Buffer): AesField {
  return { version: field.readUInt16LE(0), strength: field[4] ?? 0, method: field.readUInt16LE(5) };
}
