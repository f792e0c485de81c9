import type { ByteReader } from '../byte-reader.ts';
import type { IngestContext } from '../context.ts';
import type { EntryHeader } from '../entry-sink.ts';
import { heldAccess, type RandomAccess } from '../random-access.ts';
import { DataFields } from './data-fields.ts';
import { entryLine, type FieldName } from './entry-line.ts';
import { EntryOffsets } from './entry-offsets.ts';
import { ENTRY_HEAD_BYTES, OBJECT, wordAt } from './format.ts';
import { HEADER_BYTES, readHeader, type JournalHeader } from './header.ts';
import { Objects } from './objects.ts';
import { Pages } from './pages.ts';

/** Where the file itself can be read at any place, and how its problems are addressed. */
export interface JournalPlace {
  readonly file?: RandomAccess;
  /** The journal is what was opened: its damage is the source's. */
  readonly top: boolean;
}

/** Bytes of lines that are given at once. */
const CHUNK_BYTES = 128 * 1024;
/** Fields of one entry that are looked at: real ones have 20 to 40. */
const MOST_FIELDS = 1024;
/** Places of damage that are told one by one. */
const MOST_NOTES = 5;

/**
 * Gives a journal of systemd as lines, one for each entry with a message, in the order in which they were written.
 * What cannot be read is a problem with its offset; everything else is given.
 */
export async function readJournal(
  { size: _bytes, ...header }: EntryHeader,
  body: ByteReader,
  { file, top }: JournalPlace,
  context: IngestContext,
): Promise<void> {
  if (!context.begin(header)) return;
  const access = file ?? (await heldAccess(body, context));
  if (!access) {
    context.beyond('spoolBytes', 'The journal is too large to be held; it was not read', header.path);
    context.sink.end('cut');
    return;
  }
  try {
    const reading = new JournalReading(access, header, top ? '' : header.path, context);
    const isWhole = await reading.give();
    context.sink.end(isWhole && !body.broken ? 'whole' : 'cut');
  } finally {
    await access.close();
  }
}

class JournalReading {
  readonly #header: EntryHeader;
  readonly #notedAt: string;
  readonly #context: IngestContext;
  readonly #pages: Pages;
  #notes = 0;
  #damaged = 0;
  #lines: Buffer[] = [];
  #lineBytes = 0;
  #given = 0;
  #wantsMore = true;
  #isTruncated = false;

  constructor(access: RandomAccess, header: EntryHeader, notedAt: string, context: IngestContext) {
    this.#header = header;
    this.#notedAt = notedAt;
    this.#context = context;
    this.#pages = new Pages(access);
  }

  /** False where not all of it could be read. */
  async give(): Promise<boolean> {
    const read = readHeader(await this.#pages.read(0, HEADER_BYTES));
    if (!read.ok) {
      if (read.unknownFeatures === undefined) this.#damage('The header of the journal is damaged', 0);
      else
        this.#note(
          'unsupported',
          `The journal has features that are not known (${read.unknownFeatures})`,
          12,
        );
      return false;
    }
    const { header } = read;
    this.#isTruncated = this.#pages.size < header.endBytes;
    if (this.#isTruncated) {
      this.#note(
        'truncated',
        `The journal ends after ${this.#pages.size} of ${header.endBytes} bytes`,
        this.#pages.size,
      );
    }
    const entries = await this.#giveEntries(header);
    this.#flush();
    if (this.#wantsMore && entries < header.entries) {
      this.#damage(`${header.entries - entries} of ${header.entries} entries could not be read`, 0);
    }
    return this.#notes === 0;
  }

  async #giveEntries(header: JournalHeader): Promise<number> {
    const objects = new Objects(this.#pages, header.headerBytes, header.layout);
    const fields = new DataFields(this.#pages, objects, header.layout, this.#notedAt, this.#context);
    const offsets = new EntryOffsets(this.#pages, objects, header, (detail, offset) =>
      this.#damage(detail, offset),
    );
    let entries = 0;
    for await (const offset of offsets.all()) {
      const entry = await objects.ofType(OBJECT.entry, offset);
      if (!entry) this.#damage('There is no entry where one should be', offset);
      else if (await this.#giveEntry(offset, entry.size, header, fields)) entries++;
      if (!this.#wantsMore) break;
    }
    return entries;
  }

  async #giveEntry(
    offset: number,
    size: number,
    { layout }: JournalHeader,
    fields: DataFields,
  ): Promise<boolean> {
    const { entryItemBytes, wideOffsets } = layout;
    const bytes = await this.#pages.read(
      offset,
      Math.min(size, ENTRY_HEAD_BYTES + MOST_FIELDS * entryItemBytes),
    );
    const values = new Map<FieldName, Buffer>();
    for (let at = ENTRY_HEAD_BYTES; at + entryItemBytes <= bytes.length; at += entryItemBytes) {
      const item = wideOffsets ? wordAt(bytes, at) : bytes.readUInt32LE(at);
      const field = item === 0 ? 'other' : await fields.at(item);
      if (field === 'damaged') this.#damage('A field of an entry cannot be read', item);
      else if (field !== 'other' && !values.has(field.name)) values.set(field.name, field.value);
    }
    const line = entryLine(values, wordAt(bytes, 24));
    if (line) this.#give(line);
    return true;
  }

  #give(line: Buffer): void {
    this.#lines.push(line);
    this.#lineBytes += line.length;
    if (this.#lineBytes >= CHUNK_BYTES) this.#flush();
  }

  #flush(): void {
    const chunk = Buffer.concat(this.#lines);
    this.#lines = [];
    this.#lineBytes = 0;
    this.#context.count(chunk.length);
    this.#given += chunk.length;
    if (this.#given > this.#context.limits.entryBytes) {
      this.#context.beyond(
        'entryBytes',
        `Only the first ${this.#given - chunk.length} bytes were read`,
        this.#header.path,
      );
      this.#notes++;
      this.#wantsMore = false;
    } else if (chunk.length > 0 && !this.#context.sink.chunk(chunk)) this.#wantsMore = false;
  }

  #damage(detail: string, offset: number): void {
    // What lies behind the cut was told with it.
    if (this.#isTruncated && offset >= this.#pages.size) return;
    if (this.#damaged++ < MOST_NOTES) this.#note('damaged', detail, offset);
  }

  #note(code: 'damaged' | 'truncated' | 'unsupported', detail: string, offset: number): void {
    this.#notes++;
    this.#context.note(code, detail, this.#notedAt, offset);
  }
}
