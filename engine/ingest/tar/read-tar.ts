import type { EntryPath } from '../../api/index.ts';
import { boundedReader, type ByteReader } from '../byte-reader.ts';
import type { IngestContext } from '../context.ts';
import { decodeName, NAMELESS } from '../entry-name.ts';
import type { EntryHeader } from '../entry-sink.ts';
import type { MemberReaders } from '../member-readers.ts';
import { BLOCK, findHeader, isTarHeader, parseHeader, type TarHeader } from './header.ts';
import { memberOf, sizeOf, type LongNames } from './member.ts';
import { paxRecords, type TarMeta } from './pax.ts';
import { expanded, fitsMap, gnuSparseMap, paxSparseMap, type SparseMap } from './sparse.ts';
import { Swallowed } from './swallowed.ts';
import { isZero, TarGaps } from './gaps.ts';

const EMPTY = new Uint8Array(0);
/** Files as v7 and later writers mark them, contiguous ones, sparse ones. */
const FILE_TYPES = '\u000007S';

/**
 * Reads a tar: v7, ustar, GNU, PAX, sparse files in each of their four forms. The loop over blocks is our own, see
 * docs/decisions/0006: after a damaged header it looks for the next one that carries its checksum, so that one bad
 * block loses one entry.
 */
export async function readTar(
  reader: ByteReader,
  archive: EntryPath,
  members: MemberReaders,
  context: IngestContext,
): Promise<void> {
  await new TarReader(reader, archive, members, context).read();
}

class TarReader {
  readonly #reader: ByteReader;
  readonly #archive: EntryPath;
  readonly #members: MemberReaders;
  readonly #context: IngestContext;
  readonly #gaps: TarGaps;
  #globals: TarMeta = {};
  readonly #swallowed = new Swallowed();
  /** From PAX records in front of the next entry. */
  #records: TarMeta | undefined;
  /** From GNU's long names in front of the next entry. */
  #long: LongNames | undefined;

  constructor(reader: ByteReader, archive: EntryPath, members: MemberReaders, context: IngestContext) {
    this.#reader = reader;
    this.#archive = archive;
    this.#members = members;
    this.#context = context;
    this.#gaps = new TarGaps((code, detail, offset) => context.note(code, detail, archive, offset));
  }

  async read(): Promise<void> {
    const reader = this.#reader;
    while (reader.buffered >= BLOCK || (await reader.fill(BLOCK))) {
      if (!this.#isUnbroken(BLOCK)) {
        if (!(await this.#realign())) return;
        continue;
      }
      const { offset } = reader;
      const block = reader.take(BLOCK);
      if (!isTarHeader(block)) {
        if (isZero(block)) this.#swallowed.forget();
        else if (this.#readAgain(block)) continue;
        this.#gaps.pass(block, offset);
        if (this.#gaps.isApart) this.#forget();
        continue;
      }
      this.#swallowed.forget();
      this.#gaps.found(offset);
      // Only what has to be waited for is a promise: most entries lie in the buffer.
      const wait = this.#take(parseHeader(block), block);
      if (wait && !(await wait)) return;
    }
    this.#gaps.end(reader.peek(BLOCK), reader.offset, reader.broken !== undefined);
  }

  /** True where none of the next bytes, which are buffered, follows something lost. */
  #isUnbroken(bytes: number): boolean {
    const { breakAt, offset } = this.#reader;
    return breakAt === undefined || breakAt >= offset + bytes;
  }

  /** Looks for the next header behind something lost, where blocks may begin at any byte; false where none comes. */
  async #realign(): Promise<boolean> {
    const reader = this.#reader;
    this.#forget();
    await reader.skip((reader.breakAt ?? reader.offset) - reader.offset);
    reader.passBreak();
    const from = reader.offset;
    let found = -1;
    while (found === -1 && (await reader.fill(BLOCK))) {
      const bytes = reader.peek(reader.buffered);
      found = findHeader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      reader.take(found === -1 ? bytes.length - BLOCK + 1 : found);
    }
    if (found === -1) this.#noteEntry('damaged', `Behind a loss at byte ${from} no tar header comes`, from);
    else if (reader.offset > from)
      this.#noteEntry(
        'damaged',
        `${reader.offset - from} bytes behind a loss at byte ${from} were skipped`,
        from,
      );
    return found !== -1;
  }

  /** Goes back to the entries in the last body, where neither a header nor the end follows it; false where none are. */
  #readAgain(next: Uint8Array = EMPTY): boolean {
    const bytes = this.#swallowed.take();
    if (!bytes) return false;
    this.#reader.putBack(Buffer.concat([bytes, next]));
    const { offset } = this.#reader;
    const detail = `The size of the entry before byte ${offset} is wrong: others stand in its content, and were read`;
    this.#noteEntry('damaged', detail, offset);
    return true;
  }

  /** Handles one header; false where the tar ends inside what follows it. */
  #take(header: TarHeader, block: Uint8Array): Promise<boolean> | undefined {
    switch (header.type) {
      case 'x':
      case 'X': // as Solaris writes it
      case 'g':
      case 'L':
      case 'K':
        return this.#takeMeta(header);
      case 'V': // the name of a volume
        return undefined;
      case 'A': // access lists and attributes of Solaris
      case 'E':
      case 'I':
        this.#gaps.mayHold(bodyBytes(header.size), this.#reader.offset);
        return undefined;
      default:
        return this.#takeEntry(header, block);
    }
  }

  #forget(): void {
    this.#records = undefined;
    this.#long = undefined;
  }

  async #takeMeta({ type, size = 0 }: TarHeader): Promise<boolean> {
    const reader = this.#reader;
    const start = reader.offset;
    const most = this.#context.limits.headerBytes;
    if (size > most) {
      const detail = `An extended header of ${size} bytes at byte ${start}; it was not read`;
      this.#context.beyond('headerBytes', detail, this.#archive, start);
      return this.#skipBody(start, size, 'an extended header');
    }
    if (!(await reader.fill(size))) return this.#isCut('an extended header');
    if (!this.#isUnbroken(size)) return reader.skip((reader.breakAt ?? 0) - reader.offset);
    const bytes = reader.take(size);
    if (type === 'L' || type === 'K') this.#takeLong(type, bytes);
    else this.#takeRecords(type, bytes, start);
    return this.#skipBody(start, size, 'an extended header');
  }

  #takeLong(type: 'L' | 'K', bytes: Uint8Array): void {
    const zero = bytes.indexOf(0);
    const text = decodeName(zero === -1 ? bytes : bytes.subarray(0, zero));
    this.#long = { ...this.#long, [type === 'L' ? 'path' : 'linkTarget']: text };
  }

  #takeRecords(type: string, bytes: Uint8Array, offset: number): void {
    const known = type === 'g' ? this.#globals : (this.#records ?? this.#globals);
    const { meta, whole } = paxRecords(bytes, known);
    if (!whole)
      this.#context.note('damaged', `The PAX header at byte ${offset} is malformed`, this.#archive, offset);
    if (type !== 'g') {
      this.#records = meta;
      return;
    }
    // A size belongs to one entry: taken from a global header it would make an end of all that follow.
    const { size: _size, sparse: _sparse, ...globals } = meta;
    this.#globals = globals;
  }

  #takeEntry(header: TarHeader, block: Uint8Array): Promise<boolean> | undefined {
    const meta = this.#records ?? this.#globals;
    const member = memberOf(header, meta, this.#long);
    const size = sizeOf(header, meta);
    this.#forget();
    if (member.kind !== 'file') {
      // Links, folders and devices have no body, whatever their size says; some writers give them one.
      if (size !== 0) this.#gaps.mayHold(bodyBytes(size), this.#reader.offset);
      // `./` is the folder that all lie in.
      const admitted = member.path === '' ? undefined : this.#members.admit(member);
      if (admitted) this.#members.list(admitted);
      return undefined;
    }
    if (member.path === '') member.path = NAMELESS;
    if (size === undefined) this.#noteEntry('damaged', `The size of ${member.path} is no number`);
    this.#noteKind(header.type, member.path);
    const admitted = this.#members.admit(member);
    if (!admitted) return this.#skipBody(this.#reader.offset, size ?? 0, member.path);
    if (header.type === 'S') return this.#readGnuSparse(admitted, Buffer.from(block), size ?? 0);
    if (meta.sparse) return this.#readPaxSparse(admitted, meta, size ?? 0);
    return this.#readFile(admitted, size ?? 0);
  }

  /** Reads at once what is buffered as a whole. */
  #readFile(member: EntryHeader, size: number): Promise<boolean> | undefined {
    const reader = this.#reader;
    const padded = bodyBytes(size);
    this.#swallowed.begin();
    const isHere = reader.buffered >= padded && this.#isUnbroken(padded);
    if (isHere && this.#members.readSmall(member, reader.peek(size))) {
      this.#swallowed.look(reader.take(padded));
      return undefined;
    }
    return this.#readLooked(member, size);
  }

  /** Reads a body and looks at all of it as it goes by. */
  async #readLooked(member: EntryHeader, size: number): Promise<boolean> {
    const reader = this.#reader;
    const start = reader.offset;
    const look = (part: Uint8Array): void => this.#swallowed.look(part);
    const body = boundedReader(reader, size, look);
    await this.#members.read(member, body);
    while (await body.read()) continue;
    const padding = boundedReader(reader, start + bodyBytes(size) - reader.offset, look);
    if (reader.offset === start + size) while (await padding.read()) continue;
    return this.#skipBody(start, size, member.path);
  }

  async #readBody(member: EntryHeader, size: number, start: number, body: ByteReader): Promise<boolean> {
    await this.#members.read(member, body);
    return this.#skipBody(start, size, member.path);
  }

  async #readGnuSparse(member: EntryHeader, header: Uint8Array, stored: number): Promise<boolean> {
    const map = await gnuSparseMap(header, this.#reader, this.#context.limits.headerBytes);
    const body = boundedReader(this.#reader, stored);
    return this.#readSparse(member, map, { start: this.#reader.offset, size: stored, stored, body });
  }

  async #readPaxSparse(member: EntryHeader, { sparse = {} }: TarMeta, size: number): Promise<boolean> {
    const start = this.#reader.offset;
    const body = boundedReader(this.#reader, size);
    const map = await paxSparseMap(sparse, body, this.#context.limits.headerBytes);
    return this.#readSparse(member, map, { start, size, stored: size - body.offset, body });
  }

  async #readSparse(
    member: EntryHeader,
    map: SparseMap | undefined,
    { start, size, stored, body }: { start: number; size: number; stored: number; body: ByteReader },
  ): Promise<boolean> {
    if (map && fitsMap(map, stored))
      return this.#readBody({ ...member, size: map.size }, size, start, expanded(body, map));
    const unread = `The map of the holes in ${member.path} does not fit its size; it was not read`;
    this.#noteEntry('damaged', unread, start);
    this.#members.list({ ...member, unread });
    return this.#skipBody(start, size, member.path);
  }

  /** Passes over what is left of a body and its padding; false, told, where the tar ends inside the body. */
  async #skipBody(start: number, size: number, what: string): Promise<boolean> {
    const reader = this.#reader;
    const rest = boundedReader(reader, Math.max(0, start + bodyBytes(size) - reader.offset));
    while (await rest.read()) continue;
    if (reader.offset >= start + size) return true;
    if (reader.breakAt === reader.offset) {
      this.#noteEntry('damaged', `${what} ends early, where something of the packed stream is lost`);
      return true;
    }
    // What broke the stream is told already, and says nothing of the size.
    return (!reader.broken && this.#readAgain()) || this.#isCut(what);
  }

  #isCut(what: string): false {
    this.#noteEntry('truncated', `The tar ends inside ${what}`);
    return false;
  }

  #noteKind(type: string, path: EntryPath): void {
    if (type === 'M') this.#noteEntry('truncated', `${path} begins in a volume before this one`);
    else if (!FILE_TYPES.includes(type))
      this.#noteEntry('unsupported', `${path} is of a kind that is not known and was read as a file`);
  }

  #noteEntry(code: 'damaged' | 'truncated' | 'unsupported', detail: string, offset?: number): void {
    this.#context.note(code, detail, this.#archive, offset ?? this.#reader.offset);
  }
}

/** Bytes of a body with its padding. */
function bodyBytes(size = 0): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}
