import { crc32, createInflateRaw } from 'node:zlib';

import { escapeName, type EntryPath } from '../api/index.ts';
import { ByteReader } from './byte-reader.ts';
import { IngestStop, type IngestContext } from './context.ts';
import type { EntryHeader } from './entry-sink.ts';
import { drained } from './gunzip.ts';
import { heldAccess, type RandomAccess } from './random-access.ts';
import type { MemberReaders } from './member-readers.ts';
import { centralDirectory, localDirectory, LOCAL_HEADER_BYTES, type ZipMember } from './zip-directory.ts';

const CHUNK = 512 * 1024;
const STORED = 0;
const DEFLATED = 8;
/** A link's target is a path; anything longer is none. */
const MOST_LINK_BYTES = 4096;

/** Reads a zip that comes as a stream: its directory is at its end, so it is held first. */
export async function readZipStream(
  reader: ByteReader,
  archive: EntryPath,
  members: MemberReaders,
  context: IngestContext,
): Promise<void> {
  const access = await heldAccess(reader, context);
  if (!access) {
    context.note('limit-spool-bytes', 'The zip is too large to be held; it was not opened', archive);
    return;
  }
  try {
    await readZip(access, archive, members, context);
  } finally {
    await access.close();
  }
}

/** Reads a zip by its central directory, or, where that is lost, by the headers before its members. */
export async function readZip(
  access: RandomAccess,
  archive: EntryPath,
  members: MemberReaders,
  context: IngestContext,
): Promise<void> {
  const note = (code: 'damaged' | 'truncated', detail: string, offset?: number): void =>
    context.note(code, detail, archive, offset);
  const directory = (await centralDirectory(access, note)) ?? (await localDirectory(access, note));
  for (const member of directory) await readMemberOf(access, member, archive, members, context);
}

async function readMemberOf(
  access: RandomAccess,
  member: ZipMember,
  archive: EntryPath,
  { readMember, listMember }: MemberReaders,
  context: IngestContext,
): Promise<void> {
  const path = cleanPath(member.name);
  if (path === '') return;
  const { modified, size } = member;
  const header: EntryHeader = { path, kind: 'file', size, ...(modified === undefined ? {} : { modified }) };
  const own = archive === '' ? path : `${archive}!/${path}`;
  if (member.name.endsWith('/') || member.kind === 'folder') {
    const { size: _none, ...folder } = header;
    listMember({ ...folder, kind: 'folder' });
    return;
  }
  if (member.encrypted) {
    context.note('encrypted', `${own} is encrypted and was not read`, own, member.at);
    listMember(header);
    return;
  }
  if (member.method !== STORED && member.method !== DEFLATED) {
    context.note(
      'unsupported',
      `${own} is packed by method ${member.method}, which is not read`,
      own,
      member.at,
    );
    listMember(header);
    return;
  }
  const content = await memberContent(access, member, own, context);
  if (!content) {
    listMember(header);
    return;
  }
  if (member.kind === 'link') {
    await content.fill(Math.min(size, MOST_LINK_BYTES));
    const target = Buffer.from(content.take(MOST_LINK_BYTES)).toString('utf8');
    listMember({ path, kind: 'link', linkTarget: target, ...(modified === undefined ? {} : { modified }) });
    return;
  }
  await readMember(header, content);
}

/** The unpacked bytes of a member, its checksum compared at their end. */
async function memberContent(
  access: RandomAccess,
  member: ZipMember,
  own: EntryPath,
  context: IngestContext,
): Promise<ByteReader | undefined> {
  const local = await access.read(member.at, LOCAL_HEADER_BYTES);
  if (local.length < LOCAL_HEADER_BYTES || local.readUInt32LE(0) !== 0x04034b50) {
    context.note('damaged', `${own} is not where the directory says, at byte ${member.at}`, own, member.at);
    return undefined;
  }
  const start = member.at + LOCAL_HEADER_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = packedBytes(access, start, member.packedSize);
  const unpacked = member.method === STORED ? packed : inflated(packed, member, own, context);
  let crc = 0;
  let size = 0;
  return new ByteReader(async () => {
    const part = await unpacked();
    if (part) {
      crc = crc32(part, crc);
      size += part.length;
      return part;
    }
    if (size < member.size)
      context.note('truncated', `${own} ends after ${size} of ${member.size} bytes`, own, member.at);
    else if (crc !== member.crc)
      context.note('checksum-mismatch', `The checksum of ${own} does not match`, own, member.at);
    return undefined;
  });
}

type Pull = () => Promise<Uint8Array | undefined>;

function packedBytes(access: RandomAccess, start: number, size: number): Pull {
  let at = start;
  const end = start + size;
  return async () => {
    if (at >= end) return undefined;
    const part = await access.read(at, Math.min(CHUNK, end - at));
    at += part.length;
    return part.length === 0 ? undefined : part;
  };
}

function inflated(packed: Pull, member: ZipMember, own: EntryPath, context: IngestContext): Pull {
  const stream = createInflateRaw({ chunkSize: CHUNK });
  const { ratio, ratioFloorBytes } = context.limits;
  let expanded = 0;
  void feed();
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  return async () => {
    try {
      const { value, done } = await chunks.next();
      if (done) return undefined;
      expanded += value.length;
      if (expanded > ratioFloorBytes && expanded > ratio * member.packedSize) {
        context.note(
          'limit-ratio',
          `Expands more than ${ratio} times; the rest was not read`,
          own,
          member.at,
        );
        stream.destroy();
        return undefined;
      }
      return value;
    } catch (error) {
      if (error instanceof IngestStop) throw error;
      const { message } = error as Error;
      context.note(
        'damaged',
        `${own} cannot be unpacked after ${expanded} bytes (${message})`,
        own,
        member.at,
      );
      throw error;
    }
  };

  async function feed(): Promise<void> {
    try {
      for (let part = await packed(); part && !stream.destroyed; part = await packed()) {
        if (!stream.write(part)) await drained(stream);
      }
      if (!stream.destroyed) stream.end();
    } catch (error) {
      stream.destroy(error as Error);
    }
  }
}

function cleanPath(name: string): EntryPath {
  const parts = name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  return escapeName(parts.join('/'));
}
