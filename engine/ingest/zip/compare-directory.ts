import type { ByteReader } from '../byte-reader.ts';
import { bufferOf } from './local-header.ts';
import type { ForwardReader, NoteZip } from './read-forward.ts';
import type { Agreement, SeenMembers } from './seen-members.ts';
import type { ZipContents } from './zip-contents.ts';
import { CENTRAL_BYTES, CENTRAL_RECORD, centralLength, centralMember, type ZipMember } from './zip-member.ts';

const DIFFERENCE: Readonly<Record<Exclude<Agreement, 'same' | 'unseen'>, string>> = {
  'other-name': 'by another name than the header before its data',
  'other-size': 'with another size than the header before its data',
  'other-checksum': 'with another checksum than the header before its data',
};

/** Compares a member of the directory with what was read of it; false where nothing was. */
export function agrees(member: ZipMember, seen: SeenMembers, note: NoteZip): boolean {
  const agreement = seen.compare(member);
  if (agreement === 'unseen') return false;
  if (agreement !== 'same')
    note('damaged', `The directory names ${member.name} ${DIFFERENCE[agreement]}`, member.at);
  return true;
}

/** Tells what no directory names. */
export function noteUnnamed(seen: SeenMembers, note: NoteZip): void {
  for (const at of seen.unnamed())
    note('damaged', `The directory does not name the member at byte ${at}; it was read too`, at);
}

/** Reads the directory behind the members that were read forward, tells where they differ, and counts its records. */
export async function compareDirectory(
  body: ByteReader,
  forward: ForwardReader,
  contents: ZipContents,
  note: NoteZip,
): Promise<number> {
  let count = 0;
  for (let member = await nextRecord(body); member; member = await nextRecord(body)) {
    if (agrees(member, forward.seen, note)) await forward.giveDeferred(member.at, member.kind);
    else contents.listUnread(member, 'damaged', 'is not where the directory says');
    count++;
  }
  return count;
}

async function nextRecord(body: ByteReader): Promise<ZipMember | undefined> {
  if (!(await body.fill(CENTRAL_BYTES))) return undefined;
  const fixed = bufferOf(body.peek(CENTRAL_BYTES));
  if (fixed.readUInt32LE(0) !== CENTRAL_RECORD) return undefined;
  const length = centralLength(fixed);
  if (!(await body.fill(length))) return undefined;
  return centralMember(bufferOf(body.take(length)), 0);
}
