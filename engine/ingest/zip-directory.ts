import type { RandomAccess } from './random-access.ts';

export interface ZipMember {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Offset of its local header. */
  readonly at: number;
  readonly modified?: number;
}

export type NoteDamage = (code: 'damaged' | 'truncated', detail: string, offset?: number) => void;

export const LOCAL_HEADER_BYTES = 30;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const DIRECTORY_CHUNK = 1024 * 1024;
const FULL_32 = 0xffffffff;

/** The members that the directory at the end names, in the order in which they lie; undefined where it is lost. */
export async function centralDirectory(
  access: RandomAccess,
  note: NoteDamage,
): Promise<readonly ZipMember[] | undefined> {
  const end = await findEnd(access);
  if (!end) return undefined;
  const bytes = await readAll(access, end.at, end.size);
  const members: ZipMember[] = [];
  let at = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    const next =
      at + 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) break;
    members.push(centralMember(bytes, at, end.shift));
    at = next;
  }
  if (members.length === 0 && end.count > 0) return undefined;
  if (members.length !== end.count % 0x10000 && members.length !== end.count) {
    note('damaged', `The directory names ${members.length} of ${end.count} members`, end.at);
  }
  return members.sort((a, b) => a.at - b.at);
}

/** Members by the headers before them, for a zip whose directory is lost. */
export async function localDirectory(access: RandomAccess, note: NoteDamage): Promise<readonly ZipMember[]> {
  note('truncated', 'The directory at the end of the zip is missing; members are read one after the other');
  const members: ZipMember[] = [];
  let at = 0;
  for (;;) {
    const header = await access.read(at, LOCAL_HEADER_BYTES);
    if (header.length < LOCAL_HEADER_BYTES || header.readUInt32LE(0) !== 0x04034b50) return members;
    const nameLength = header.readUInt16LE(26);
    const data = at + LOCAL_HEADER_BYTES + nameLength + header.readUInt16LE(28);
    const flags = header.readUInt16LE(6);
    const name = decodeName(await access.read(at + LOCAL_HEADER_BYTES, nameLength), flags);
    const sized = (flags & 8) === 0;
    const next = sized ? data + header.readUInt32LE(18) : await nextHeader(access, data);
    const packedSize = sized ? header.readUInt32LE(18) : Math.max(0, next - data - 16);
    const described = sized ? undefined : await access.read(next - 12, 12);
    members.push({
      name,
      kind: name.endsWith('/') ? 'folder' : 'file',
      method: header.readUInt16LE(8),
      encrypted: (flags & 1) !== 0,
      crc: described && described.length === 12 ? described.readUInt32LE(0) : header.readUInt32LE(14),
      packedSize,
      size: described && described.length === 12 ? described.readUInt32LE(8) : header.readUInt32LE(22),
      at,
    });
    at = next;
  }
}

/** Offset of the next local or central header, or the end. */
async function nextHeader(access: RandomAccess, from: number): Promise<number> {
  const marks = [Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.from('PK\u0001\u0002', 'latin1')];
  for (let at = from; at < access.size; at += DIRECTORY_CHUNK - 4) {
    const bytes = await access.read(at, DIRECTORY_CHUNK);
    const found = marks.map((mark) => bytes.indexOf(mark)).filter((one) => one !== -1);
    if (found.length > 0) return at + Math.min(...found);
  }
  return access.size;
}

interface End {
  readonly at: number;
  readonly size: number;
  readonly count: number;
  /** Bytes before the archive's own beginning. */
  readonly shift: number;
}

/** The end record whose comment ends with the file: another one inside a comment does not count. */
async function findEnd(access: RandomAccess): Promise<End | undefined> {
  const from = Math.max(0, access.size - END_BYTES - MOST_COMMENT);
  const tail = await access.read(from, access.size - from);
  const mark = Buffer.from('PK\u0005\u0006', 'latin1');
  for (let at = tail.indexOf(mark); at !== -1; at = tail.indexOf(mark, at + 1)) {
    if (at + END_BYTES > tail.length) continue;
    if (at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const record = await endRecord(access, tail, at, from + at);
    const first = record && (await access.read(record.at, 4));
    if (record && (record.count === 0 || (first?.length === 4 && first.readUInt32LE(0) === 0x02014b50)))
      return record;
  }
  return undefined;
}

async function endRecord(
  access: RandomAccess,
  tail: Buffer,
  at: number,
  offset: number,
): Promise<End | undefined> {
  let count = tail.readUInt16LE(at + 10);
  let size = tail.readUInt32LE(at + 12);
  let start = tail.readUInt32LE(at + 16);
  let before = offset;
  if (count === 0xffff || size === FULL_32 || start === FULL_32) {
    const locator = await access.read(offset - 20, 20);
    if (locator.length === 20 && locator.readUInt32LE(0) === 0x07064b50) {
      const wide = await access.read(Number(locator.readBigUInt64LE(8)), 56);
      if (wide.length < 56 || wide.readUInt32LE(0) !== 0x06064b50) return undefined;
      count = Number(wide.readBigUInt64LE(32));
      size = Number(wide.readBigUInt64LE(40));
      start = Number(wide.readBigUInt64LE(48));
      before = Number(locator.readBigUInt64LE(8));
    }
  }
  if (start + size > before) return undefined;
  const shift = before - size - start;
  return { at: start + shift, size, count, shift };
}

function centralMember(bytes: Buffer, at: number, shift: number): ZipMember {
  const flags = bytes.readUInt16LE(at + 8);
  const nameLength = bytes.readUInt16LE(at + 28);
  const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength), flags);
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + bytes.readUInt16LE(at + 30));
  const wide = wideSizes(extra, {
    size: bytes.readUInt32LE(at + 24),
    packedSize: bytes.readUInt32LE(at + 20),
    at: bytes.readUInt32LE(at + 42),
  });
  const isUnix = bytes[at + 5] === 3;
  const mode = isUnix ? bytes.readUInt32LE(at + 38) >>> 16 : 0;
  const modified = dosTime(bytes.readUInt16LE(at + 14), bytes.readUInt16LE(at + 12));
  return {
    name,
    kind: (mode & 0xf000) === 0xa000 ? 'link' : (mode & 0xf000) === 0x4000 ? 'folder' : 'file',
    method: bytes.readUInt16LE(at + 10),
    encrypted: (flags & 1) !== 0,
    crc: bytes.readUInt32LE(at + 16),
    packedSize: wide.packedSize,
    size: wide.size,
    at: wide.at + shift,
    ...(modified === undefined ? {} : { modified }),
  };
}

interface Sizes {
  size: number;
  packedSize: number;
  at: number;
}

/** Zip64: the extra field holds, in this order, those values that do not fit in 32 bits. */
function wideSizes(extra: Buffer, sizes: Sizes): Sizes {
  const wide = { ...sizes };
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'packedSize', 'at'] as const) {
      if (wide[key] !== FULL_32 || field + 8 > extra.length) continue;
      wide[key] = Number(extra.readBigUInt64LE(field));
      field += 8;
    }
  }
  return wide;
}

/** UTF-8 where the flag or the bytes say so, else Latin-1, so that every name stays distinct. */
function decodeName(bytes: Buffer, flags: number): string {
  const text = bytes.toString('utf8');
  return (flags & 0x800) !== 0 || !text.includes('\ufffd') ? text : bytes.toString('latin1');
}

/** DOS times have no zone; they are read as UTC. */
function dosTime(date: number, time: number): number | undefined {
  if (date === 0) return undefined;
  return Date.UTC(
    1980 + (date >> 9),
    ((date >> 5) & 15) - 1,
    date & 31,
    time >> 11,
    (time >> 5) & 63,
    (time & 31) * 2,
  );
}

async function readAll(access: RandomAccess, at: number, size: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let done = 0; done < size;) {
    const part = await access.read(at + done, Math.min(DIRECTORY_CHUNK, size - done));
    if (part.length === 0) break;
    parts.push(part);
    done += part.length;
  }
  return Buffer.concat(parts);
}
