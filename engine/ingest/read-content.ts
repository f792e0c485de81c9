import type { ProblemCode } from '../api/index.ts';
import { archiveMembers } from './archive-members.ts';
import type { ByteReader } from './byte-reader.ts';
import type { IngestContext } from './context.ts';
import { decompress, isCompression, type Compression } from './decompress/decompress.ts';
import { detectFormat, HEAD_BYTES, headNeeded, type Format } from './detect.ts';
import type { EntryHeader } from './entry-sink.ts';
import { readJournal } from './journal/read-journal.ts';
import { instead, isNamedAsArchive, tailOf } from './misnamed.ts';
import { readSections, startsWithSections } from './read-sections.ts';
import type { RandomAccess } from './random-access.ts';
import { readTar } from './tar/read-tar.ts';
import { unopened, type UnopenedFormat } from './unopened.ts';
import { isZipBehindPrefix } from './zip/behind-prefix.ts';
import { readZip } from './zip/read-zip.ts';

/** How deep an entry lies, and whether it is what the user opened. */
export interface Nesting {
  readonly depth: number;
  /** The opened source itself: its members have plain addresses, its damage is the source's. */
  readonly top: boolean;
  /** The same bytes at any place, where the entry is a file on disk. */
  readonly file?: RandomAccess;
}

/**
 * Reads the content of one entry, whatever it is: an archive's members, the text behind a compression, the
 * sections of a text, or the bytes themselves. `header.path` is the entry's own address.
 */
export async function readContent(
  header: EntryHeader,
  body: ByteReader,
  nesting: Nesting,
  context: IngestContext,
): Promise<void> {
  const format = await formatOf(body);
  if (format === 'tar' || format === 'zip') return readArchive(format, header, body, nesting, context);
  if (nesting.file && (await isZipBehindPrefix(format, header.path, nesting.file)))
    return readArchive('zip', header, body, nesting, context);
  if (format && isCompression(format)) return readCompressed(format, header, body, nesting, context);
  if (format === 'journal') return readJournal(header, body, nesting, context);
  const told = toldInstead(format, header, body, nesting);
  if (told) context.note(told.code, `${header.path} ${told.detail}`, nesting.top ? '' : header.path);
  if (!told?.isClosed) return readPlain(header, body, nesting, context);
  if (!nesting.top && context.begin(header)) context.sink.end('cut');
}

async function formatOf(body: ByteReader): Promise<Format | undefined> {
  await body.fill(HEAD_BYTES);
  const needed = headNeeded(body.peek(HEAD_BYTES));
  if (needed > HEAD_BYTES) await body.fill(needed);
  return detectFormat(body.peek(needed));
}

/** What is to be said of content that is nothing we open. */
interface Told {
  readonly code: ProblemCode;
  readonly detail: string;
  /** Its content is not given. */
  readonly isClosed: boolean;
}

function toldInstead(
  format: UnopenedFormat | undefined,
  { path }: EntryHeader,
  body: ByteReader,
  { top }: Nesting,
): Told | undefined {
  if (format) {
    const { what, code, isUsual } = unopened(format);
    // Programs and pages inside a bundle are nobody's surprise; a whole input that is one is.
    if (isUsual && !top && !isNamedAsArchive(path)) return undefined;
    return { code, detail: `is ${what} and was not opened`, isClosed: true };
  }
  const packing = tailOf(path);
  if (packing !== undefined) {
    const detail = `is the end of a .${packing} file, which cannot be unpacked without its beginning`;
    return { code: 'unsupported', detail, isClosed: true };
  }
  if (!isNamedAsArchive(path) || body.buffered === 0) return undefined;
  const detail = `is named as an archive and ${instead(body.peek(HEAD_BYTES))}`;
  return { code: 'not-an-archive', detail, isClosed: false };
}

async function readArchive(
  format: 'tar' | 'zip',
  header: EntryHeader,
  body: ByteReader,
  nesting: Nesting,
  context: IngestContext,
): Promise<void> {
  if (nesting.depth >= context.limits.nestingDepth) {
    const detail = `Archives lie more than ${context.limits.nestingDepth} deep in each other; this one is not opened`;
    context.note('limit-nesting-depth', detail, header.path);
    context.begin({ ...header, holds: 'members' });
    return;
  }
  if (nesting.top) context.release(header.path);
  else context.begin({ ...header, holds: 'members' });
  const prefix = nesting.top ? '' : header.path;
  const inside = { depth: nesting.depth + 1, top: false };
  const members = archiveMembers(prefix, context, (member, content) =>
    readContent(member, content, inside, context),
  );
  if (format === 'tar') await readTar(body, prefix, members, context);
  else await readZip(body, prefix, members, context, nesting.file);
}

async function readCompressed(
  format: Compression,
  header: EntryHeader,
  body: ByteReader,
  nesting: Nesting,
  context: IngestContext,
): Promise<void> {
  if (nesting.depth >= context.limits.nestingDepth) {
    context.beyond('nestingDepth', 'Too many compressions lie in each other; not opened', header.path);
    if (!nesting.top && context.begin(header)) context.sink.end('cut');
    return;
  }
  const unpacked = decompress(format, body, nesting.top ? '' : header.path, context);
  const { size: _packed, ...known } = header;
  try {
    await readContent(known, unpacked, { depth: nesting.depth + 1, top: nesting.top }, context);
  } finally {
    await unpacked.close();
  }
}

async function readPlain(
  header: EntryHeader,
  body: ByteReader,
  nesting: Nesting,
  context: IngestContext,
): Promise<void> {
  await body.fill(8192);
  if (startsWithSections(header.path, body.peek(8192))) return readSections(header, body, context);
  if (!context.begin(header)) return;
  let size = 0;
  let cut = false;
  let enough = false;
  for (let part = await body.read(); part; part = await body.read()) {
    size += part.length;
    context.count(part.length);
    if (size > context.limits.entryBytes) {
      cut = true;
      context.note(
        'limit-entry-bytes',
        `Only the first ${context.limits.entryBytes} bytes were read`,
        header.path,
      );
      break;
    }
    if (!context.sink.chunk(part)) {
      enough = true;
      break;
    }
  }
  const broken = body.broken !== undefined || body.hadBreak || (!enough && isShort(header, size, nesting));
  context.sink.end(cut || broken ? 'cut' : 'whole');
}

function isShort({ size }: EntryHeader, read: number, { top }: Nesting): boolean {
  return !top && size !== undefined && read < size;
}
