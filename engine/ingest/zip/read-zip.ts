import type { EntryPath } from '../../api/index.ts';
import { ByteReader } from '../byte-reader.ts';
import type { IngestContext } from '../context.ts';
import type { MemberReaders } from '../member-readers.ts';
import { accessReader, behind, heldAccess, memoryAccess, type RandomAccess } from '../random-access.ts';
import { compareDirectory, noteUnnamed } from './compare-directory.ts';
import { ZipDirectory } from './directory.ts';
import { findEnd, skipEnd } from './end-record.ts';
import { noteTrailing } from './trailing.ts';
import { readByDirectory } from './read-by-directory.ts';
import { ForwardReader, type NoteZip } from './read-forward.ts';
import { searchDescriptor } from './search-descriptor.ts';
import { ZipContents } from './zip-contents.ts';

/**
 * Reads a zip. Its directory stands at its end: of a file it is read first, of a stream once the whole is held, which
 * is done in memory while it is small. A larger stream is read forward, and compared with the directory at its end.
 */
export async function readZip(
  reader: ByteReader,
  archive: EntryPath,
  members: MemberReaders,
  context: IngestContext,
  file?: RandomAccess,
): Promise<void> {
  const contents = new ZipContents(archive, members, context);
  const note: NoteZip = (code, detail, offset) => context.note(code, detail, archive, offset);
  const zip = { contents, note, context, archive };
  if (file) await readWhole({ ...zip, access: file, body: reader });
  else await readStream(zip, reader);
  contents.end();
}

interface Zip {
  readonly contents: ZipContents;
  readonly note: NoteZip;
  readonly context: IngestContext;
  readonly archive: EntryPath;
}

async function readStream(zip: Zip, reader: ByteReader): Promise<void> {
  const held = await heldBytes(reader, zip.context);
  if (held.isWhole) {
    const access = memoryAccess(Buffer.concat(held.parts));
    return readWhole({ ...zip, access, body: accessReader(access, 0, access.size) });
  }
  await readForward(zip, chained(held.parts, reader));
}

/** Reads a zip of which any place can be read: by its directory, or, where that is lost, by the headers before data. */
async function readWhole(
  zip: Zip & { readonly access: RandomAccess; readonly body: ByteReader; readonly forward?: ForwardReader },
): Promise<void> {
  const { access, body, contents, note, forward, context } = zip;
  const end = await findEnd(access);
  if (end.kind !== 'found') {
    if (end.kind === 'parts') note('unsupported', 'The zip is one part of several; the others are not read');
    return salvage(zip);
  }
  const { place, rivals } = end;
  if (rivals > 0)
    note(
      'damaged',
      `The zip has ${rivals + 1} directories that fit; the one of ${place.count} members counts`,
    );
  const directory = await ZipDirectory.read(access, place, context.limits.entries + 1);
  if (directory.count !== place.count && directory.count !== place.count % 0x1_0000)
    note('damaged', `The directory holds ${directory.count} of ${place.count} members`, place.at);
  const before = forward ? { before: forward } : {};
  await readByDirectory({ body, access, place, directory, contents, note, ...before });
  await noteTrailing(accessReader(access, place.end, access.size), note);
}

/** Reads what can be read without a directory; where some of it is left, it is compared. */
async function salvage({
  access,
  body,
  contents,
  note,
}: Zip & { readonly access: RandomAccess; readonly body: ByteReader }): Promise<void> {
  const search = (dataStart: number) => searchDescriptor(access, dataStart);
  const forward = new ForwardReader(body, contents, { note, defers: true, search });
  await forward.read();
  await endForward(forward, body, contents, note);
}

/** Reads forward; what only the directory can part is held with all that follows it. */
async function readForward(zip: Zip, body: ByteReader): Promise<void> {
  const { contents, note, context } = zip;
  const forward = new ForwardReader(body, contents, { note, defers: true });
  const stop = await forward.read();
  if (stop !== 'ambiguous') return endForward(forward, body, contents, note);
  const before = body.offset;
  const held = await heldAccess(body, context);
  if (!held) {
    context.beyond(
      'spoolBytes',
      `The zip from byte ${before} on is too large to be held`,
      zip.archive,
      before,
    );
    return giveDeferred(forward);
  }
  try {
    const detail = `The size of the member at byte ${before} stands behind its data; the rest was held to read it`;
    note('held', detail, before);
    const access = behind(held, before);
    await readWhole({ ...zip, access, body: accessReader(access, before, access.size), forward });
    await giveDeferred(forward);
  } finally {
    await held.close();
  }
}

async function endForward(
  forward: ForwardReader,
  body: ByteReader,
  contents: ZipContents,
  note: NoteZip,
): Promise<void> {
  if (await body.fill(4)) await compareEnd(forward, body, contents, note);
  else
    note('truncated', 'The directory at the end of the zip is missing; members may be missing', body.offset);
  await giveDeferred(forward);
}

async function compareEnd(
  forward: ForwardReader,
  body: ByteReader,
  contents: ZipContents,
  note: NoteZip,
): Promise<void> {
  const start = body.offset;
  const read = await compareDirectory(body, forward, contents, note);
  const claimed = await skipEnd(body);
  // What a directory that breaks off does not name may stand in the rest of it.
  if (claimed === undefined)
    return note(
      'truncated',
      'The directory at the end of the zip breaks off; members may be missing',
      body.offset,
    );
  if (claimed !== read && claimed !== read % 0x1_0000)
    note('damaged', `The directory holds ${read} of ${claimed} members`, start);
  noteUnnamed(forward.seen, note);
  await noteTrailing(body, note);
}

async function giveDeferred(forward: ForwardReader): Promise<void> {
  for (const at of forward.deferred.keys()) await forward.giveDeferred(at);
}

/** The front of a stream, as much as is held in memory. */
async function heldBytes(
  reader: ByteReader,
  { limits }: IngestContext,
): Promise<{ readonly parts: Buffer[]; readonly isWhole: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  while (size <= limits.heldArchiveBytes) {
    const part = await reader.read();
    if (!part) return { parts, isWhole: true };
    parts.push(Buffer.from(part));
    size += part.length;
  }
  return { parts, isWhole: false };
}

/** What is held, then the rest. */
function chained(parts: Buffer[], reader: ByteReader): ByteReader {
  parts.reverse();
  return new ByteReader(async () => parts.pop() ?? reader.read());
}
