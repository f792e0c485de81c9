import { boundedReader, type ByteReader } from '../byte-reader.ts';
import { accessReader, type RandomAccess } from '../random-access.ts';
import { agrees, noteUnnamed } from './compare-directory.ts';
import type { ZipDirectory } from './directory.ts';
import type { DirectoryPlace } from './end-record.ts';
import { isLocalHeader, peekLocal } from './local-header.ts';
import { ForwardReader, type NoteZip } from './read-forward.ts';
import { resync } from './resync.ts';
import type { ZipContents } from './zip-contents.ts';
import { LOCAL_BYTES, type ZipMember } from './zip-member.ts';

/** Members behind one whose place is looked at before it is believed. */
const MOST_LOOKED_AT = 16;

export interface DirectedZip {
  /** The whole archive, read from its front. */
  readonly body: ByteReader;
  /** The same, at any place. */
  readonly access: RandomAccess;
  readonly place: DirectoryPlace;
  readonly directory: ZipDirectory;
  readonly contents: ZipContents;
  readonly note: NoteZip;
  /** What was read before the directory was known. */
  readonly before?: ForwardReader;
}

/** Reads the members that the directory names, in the order in which they lie, and tells what lies between them. */
export async function readByDirectory(zip: DirectedZip): Promise<void> {
  const { body, directory, before, note, place } = zip;
  const first = body.offset;
  for (let index = 0; index < directory.count; index++) {
    const member = await directory.member(index);
    if (before && member.at < first && agrees(member, before.seen, note)) {
      await before.giveDeferred(member.at, member.kind);
      continue;
    }
    // What stands before the first is a program that unpacks it, or was read before.
    if (index > 0 || first === 0) await readHidden(zip, member.at, index === 0);
    await readMember(zip, member, index);
  }
  await readHidden(zip, place.at, directory.count === 0);
  if (before) noteUnnamed(before.seen, note);
}

async function readMember(zip: DirectedZip, member: ZipMember, index: number): Promise<void> {
  const { body, contents, note } = zip;
  if (member.at < body.offset) return contents.listUnread(member, 'damaged', 'lies inside another member');
  const fitting = await fittingMember(zip, member, index);
  if (fitting === 'too-large')
    return contents.listUnread(member, 'damaged', 'runs into what follows it and was not read');
  const isThere = fitting !== undefined && (await body.skip(member.at - body.offset));
  const local = isThere ? await peekLocal(body) : undefined;
  if (!local || !fitting) {
    contents.listUnread(member, 'damaged', `is not at byte ${member.at}, where the directory says`);
    return;
  }
  if (local.member.nameCrc !== member.nameCrc)
    note(
      'damaged',
      `The directory calls ${member.name} what its header calls ${local.member.name}`,
      member.at,
    );
  body.take(local.length);
  const end = body.offset + fitting.packedSize;
  const packed = boundedReader(body, fitting.packedSize);
  await contents.give(fitting, { packed, packedSize: fitting.packedSize });
  await body.skip(end - body.offset);
}

/**
 * The member, if it is there and its data end before the next header. Where they do not, as in a bomb whose members
 * share their data, it is the one to be left out, unless the header before its data has a size that fits.
 */
async function fittingMember(
  zip: DirectedZip,
  member: ZipMember,
  index: number,
): Promise<ZipMember | 'too-large' | undefined> {
  const limit = await nextHeader(zip, member, index);
  if (dataStart(member) + member.packedSize <= limit) return member;
  const local = await localAt(zip.access, member.at);
  if (!local) return undefined;
  if (local.described || dataStart(local) + local.packedSize > limit) return 'too-large';
  zip.note('damaged', `The directory gives ${member.name} a size that its header does not have`, member.at);
  return { ...member, packedSize: local.packedSize, size: local.size, crc: local.crc };
}

/** Offset of the next header that is really there, or of the directory. */
async function nextHeader(
  { access, directory, place }: DirectedZip,
  member: ZipMember,
  index: number,
): Promise<number> {
  const end = dataStart(member) + member.packedSize;
  const last = Math.min(directory.count, index + 1 + MOST_LOOKED_AT);
  for (let next = index + 1; next < last; next++) {
    const at = directory.offsetOf(next);
    if (at >= end) break;
    if (at > member.at && isLocalHeader(await access.read(at, LOCAL_BYTES))) return at;
  }
  return place.at;
}

/** The least that it can be: the name is longer than nothing. */
function dataStart({ at }: ZipMember): number {
  return at + LOCAL_BYTES;
}

async function localAt(access: RandomAccess, at: number): Promise<ZipMember | undefined> {
  const reader = accessReader(access, at, access.size);
  return (await peekLocal(reader))?.member;
}

/** Reads members that lie between others without being named. */
async function readHidden(zip: DirectedZip, end: number, isPrefix: boolean): Promise<void> {
  const { body, contents, note } = zip;
  if (end - body.offset < LOCAL_BYTES) return;
  if (isPrefix && !(await peekLocal(body))) return;
  const gap = boundedReader(body, end - body.offset);
  gap.offset = body.offset;
  // Behind data may stand a descriptor.
  if (!(await peekLocal(gap)) && !(await resync(gap))) return;
  const forward = new ForwardReader(gap, contents, {});
  const stop = await forward.read();
  noteUnnamed(forward.seen, note);
  if (stop === 'ambiguous')
    note(
      'damaged',
      `The directory does not name the member at byte ${gap.offset}; it was not read`,
      gap.offset,
    );
}
