import { crc32 } from 'node:zlib';

import { decodeName } from '../entry-name.ts';
import { decodeCp437 } from './cp437.ts';
import { extraFields, type AesField, type ExtraFields } from './extra-fields.ts';

/** One member as a header says it: that before its data, or that in the directory. */
export interface ZipMember {
  readonly name: string;
  /** Of the name's bytes: two headers of one member have the same. */
  readonly nameCrc: number;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** How it is packed, beneath a password too. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly aes?: AesField;
  /** Sizes and checksum stand behind the data; the header before it may have none. */
  readonly described: boolean;
  /** A descriptor behind the data has sizes of eight bytes. */
  readonly isWide: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** DOS time; ZipCrypto checks a password by it. */
  readonly dosTime: number;
  /** Offset of the local header. */
  readonly at: number;
  readonly modified?: number;
}

export const LOCAL_HEADER = 0x04034b50;
export const LOCAL_BYTES = 30;
export const CENTRAL_RECORD = 0x02014b50;
export const CENTRAL_BYTES = 46;

export const METHOD = { stored: 0, deflated: 8, zstd: 93, zstdOld: 20, aes: 99 } as const;

const FLAG = { encrypted: 1, described: 8, utf8: 0x800 } as const;
/** Systems that part folders by a backslash, or used to. */
const DOS_LIKE: readonly number[] = [0, 6, 10, 11, 14];
const UNIX_LIKE: readonly number[] = [3, 19];

/** A local header whose name and extra field stand behind it. */
export function localMember(bytes: Buffer, at: number): ZipMember {
  const nameEnd = LOCAL_BYTES + bytes.readUInt16LE(26);
  const name = bytes.subarray(LOCAL_BYTES, nameEnd);
  const extra = bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(28));
  const member = memberFrom(bytes.subarray(4), name, extra, at);
  const path = member.name.includes('/') ? member.name : member.name.replaceAll('\\', '/');
  return { ...member, name: path, kind: path.endsWith('/') ? 'folder' : 'file' };
}

/** Bytes of a local header with what stands behind it. */
export function localLength(bytes: Buffer): number {
  return LOCAL_BYTES + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
}

/** A record of the directory; `shift` is where the archive begins in its file. */
export function centralMember(bytes: Buffer, shift: number): ZipMember {
  const nameEnd = CENTRAL_BYTES + bytes.readUInt16LE(28);
  const name = bytes.subarray(CENTRAL_BYTES, nameEnd);
  const extra = bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(30));
  const member = memberFrom(bytes.subarray(6), name, extra, bytes.readUInt32LE(42));
  const system = bytes[5] ?? 0;
  const path = DOS_LIKE.includes(system) ? member.name.replaceAll('\\', '/') : member.name;
  return { ...member, name: path, at: member.at + shift, kind: kindOf(path, system, bytes.readUInt32LE(38)) };
}

/** Bytes of a record of the directory with its name, extra field and comment. */
export function centralLength(bytes: Buffer): number {
  return CENTRAL_BYTES + bytes.readUInt16LE(28) + bytes.readUInt16LE(30) + bytes.readUInt16LE(32);
}

/** Both headers have these fields in the same order: flags, method, time, date, checksum, sizes. */
function memberFrom(bytes: Buffer, name: Buffer, extra: Buffer, at: number): ZipMember {
  const flags = bytes.readUInt16LE(2);
  const sizes = { size: bytes.readUInt32LE(18), packedSize: bytes.readUInt32LE(14), at };
  const fields = extraFields(extra, name, sizes);
  const dosTime = bytes.readUInt16LE(6);
  const modified = fields.modified ?? dosDate(bytes.readUInt16LE(8), dosTime);
  const written = bytes.readUInt16LE(4);
  return {
    name: nameFrom(name, flags, fields),
    nameCrc: crc32(name),
    kind: 'file',
    method: written === METHOD.aes && fields.aes ? fields.aes.method : written,
    encrypted: (flags & FLAG.encrypted) !== 0,
    ...(fields.aes && written === METHOD.aes ? { aes: fields.aes } : {}),
    described: (flags & FLAG.described) !== 0,
    isWide: fields.isWide,
    crc: bytes.readUInt32LE(10),
    packedSize: fields.packedSize,
    size: fields.size,
    dosTime,
    at: fields.at,
    ...(modified === undefined ? {} : { modified }),
  };
}

/** UTF-8 where a flag, a field or the bytes themselves say so, else code page 437. */
function nameFrom(name: Buffer, flags: number, { unicodeName }: ExtraFields): string {
  if ((flags & FLAG.utf8) !== 0) return decodeName(name);
  if (unicodeName) return decodeName(unicodeName);
  const text = name.toString('utf8');
  return text.includes('\ufffd') ? decodeCp437(name) : text;
}

function kindOf(path: string, system: number, attributes: number): ZipMember['kind'] {
  if (path.endsWith('/')) return 'folder';
  if (!UNIX_LIKE.includes(system)) return (attributes & 0x10) !== 0 && system === 0 ? 'folder' : 'file';
  switch (attributes >>> 28) {
    case 0x4:
      return 'folder';
    case 0xa:
      return 'link';
    case 0x1: // pipe
    case 0x2: // devices
    case 0x6:
    case 0xc: // socket
      return 'other';
    default:
      return 'file';
  }
}

/** DOS times have no zone; they are read as UTC. */
function dosDate(date: number, time: number): number | undefined {
  if (date === 0) return undefined;
  const year = 1980 + (date >> 9);
  return Date.UTC(year, ((date >> 5) & 15) - 1, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2);
}
