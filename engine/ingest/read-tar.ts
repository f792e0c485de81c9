import { escapeName, type EntryPath } from '../api/index.ts';
import { boundedReader, type ByteReader } from './byte-reader.ts';
import type { IngestContext } from './context.ts';
import { isTarHeader } from './detect.ts';
import type { EntryHeader } from './entry-sink.ts';
import type { MemberReaders } from './member-readers.ts';

const BLOCK = 512;
/** PAX and long-name records larger than this are no names. */
const MOST_META_BYTES = 1024 * 1024;

interface Pending {
  path?: string;
  linkTarget?: string;
  size?: number;
  modified?: number;
}

/**
 * Reads a tar: v7, ustar, GNU long names, PAX. After a damaged header it looks for the next one that carries its
 * checksum, so one bad block loses one entry.
 */
export async function readTar(
  reader: ByteReader,
  archive: EntryPath,
  { readMember, listMember }: MemberReaders,
  context: IngestContext,
): Promise<void> {
  let pending: Pending = {};
  let globals: Pending = {};
  let lost = false;
  for (;;) {
    const offset = reader.offset;
    if (reader.buffered < BLOCK && !(await reader.fill(BLOCK))) {
      if (reader.buffered > 0 && !isZero(reader.peek(BLOCK))) {
        context.note('truncated', 'The tar ends inside a header', archive, offset);
      }
      return;
    }
    const block = reader.take(BLOCK);
    if (isZero(block)) {
      lost = false;
      continue;
    }
    if (!isTarHeader(block)) {
      if (!lost)
        context.note('damaged', `No tar header at byte ${offset}; looking for the next`, archive, offset);
      lost = true;
      continue;
    }
    lost = false;
    const header = Buffer.from(block);
    const type = String.fromCharCode(header[156] ?? 0);
    const size = numberAt(header, 124, 12);
    if (type === 'x' || type === 'g' || type === 'L' || type === 'K') {
      const meta = await readMeta(reader, size);
      if (!meta) {
        context.note('truncated', 'The tar ends inside a long name', archive, offset);
        return;
      }
      if (type === 'x') pending = { ...pending, ...paxRecords(meta) };
      else if (type === 'g') globals = { ...globals, ...paxRecords(meta) };
      else if (type === 'L') pending.path = textUntilZero(meta);
      else pending.linkTarget = textUntilZero(meta);
      continue;
    }
    const member = memberOf(header, type, size, { ...globals, ...pending });
    pending = {};
    if (member.kind !== 'file') {
      if (member.path !== '') listMember(member);
      continue;
    }
    const bytes = member.size ?? 0;
    const end = reader.offset + bytes;
    await readMember(member, boundedReader(reader, bytes));
    const padded = end + ((BLOCK - (bytes % BLOCK)) % BLOCK);
    if (reader.offset < padded && !(await reader.skip(padded - reader.offset)) && reader.offset < end) {
      context.note('truncated', `The tar ends inside ${member.path}`, archive, reader.offset);
      return;
    }
  }
}

function memberOf(header: Buffer, type: string, size: number, meta: Pending): EntryHeader {
  const kind = kindOf(type);
  const path = cleanPath(meta.path ?? ustarPath(header));
  const target = meta.linkTarget ?? textUntilZero(header.subarray(157, 257));
  const modified = meta.modified ?? numberAt(header, 136, 12) * 1000;
  return {
    path,
    kind: path.endsWith('/') && kind === 'file' ? 'folder' : kind,
    ...(kind === 'file' ? { size: meta.size ?? size } : {}),
    ...(Number.isFinite(modified) && modified > 0 ? { modified } : {}),
    ...(kind === 'link' ? { linkTarget: target } : {}),
    ...(type === '1' ? { hardLink: true as const } : {}),
  };
}

function kindOf(type: string): EntryHeader['kind'] {
  if (type === '0' || type === '\0' || type === '7' || type === 'S') return 'file';
  if (type === '5' || type === 'D') return 'folder';
  return type === '1' || type === '2' ? 'link' : 'other';
}

function ustarPath(header: Buffer): string {
  const name = textUntilZero(header.subarray(0, 100));
  const isUstar = header.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? textUntilZero(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** `./a//b/` → `a/b`; '..' stays, as data. */
function cleanPath(path: string): EntryPath {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return escapeName(parts.join('/'));
}

async function readMeta(reader: ByteReader, size: number): Promise<Buffer | undefined> {
  const padded = Math.ceil(size / BLOCK) * BLOCK;
  if (size > MOST_META_BYTES) {
    await reader.skip(padded);
    return Buffer.alloc(0);
  }
  if (!(await reader.fill(padded))) return undefined;
  return Buffer.from(reader.take(padded).subarray(0, size));
}

// 30 mtime=1700000000.123456789\n — length, key, value
function paxRecords(bytes: Buffer): Pending {
  const found: Pending = {};
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(bytes.toString('latin1', at, space));
    if (space === -1 || !Number.isInteger(length) || length <= 0) return found;
    const record = bytes.toString('utf8', space + 1, at + length - 1);
    const equals = record.indexOf('=');
    const value = record.slice(equals + 1);
    const key = record.slice(0, equals);
    if (key === 'path') found.path = value;
    else if (key === 'linkpath') found.linkTarget = value;
    else if (key === 'size' && /^\d{1,16}$/u.test(value)) found.size = Number(value);
    else if (key === 'mtime' && /^\d{1,12}(?:\.\d*)?$/u.test(value))
      found.modified = Math.floor(Number(value) * 1000);
    at += length;
  }
  return found;
}

/** Octal text, or base 256 where the first bit is set. */
function numberAt(header: Buffer, at: number, length: number): number {
  const first = header[at] ?? 0;
  if (first >= 0x80) {
    let value = first & 0x7f;
    for (let index = 1; index < length; index++) value = value * 256 + (header[at + index] ?? 0);
    return Number.isSafeInteger(value) ? value : 0;
  }
  const value = Number.parseInt(
    header
      .toString('latin1', at, at + length)
      .replaceAll('\0', ' ')
      .trim(),
    8,
  );
  return Number.isNaN(value) ? 0 : value;
}

function textUntilZero(bytes: Buffer): string {
  const zero = bytes.indexOf(0);
  return bytes.toString('utf8', 0, zero === -1 ? bytes.length : zero);
}

function isZero(block: Uint8Array): boolean {
  for (const byte of block) if (byte !== 0) return false;
  return true;
}
