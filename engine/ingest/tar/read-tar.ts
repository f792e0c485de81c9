import type { EntryPath } from '../../api/index.ts';
import { boundedReader, type ByteReader } from '../byte-reader.ts';
import type { IngestContext } from '../context.ts';
import { decodeName, NAMELESS } from '../entry-name.ts';
import type { EntryHeader } from '../entry-sink.ts';
import type { MemberReaders } from '../member-readers.ts';
import { BLOCK, isTarHeader, parseHeader, type TarHeader } from './header.ts';
import { memberOf, sizeOf, type LongNames } from './member.ts';
import { paxRecords, type TarMeta } from './pax.ts';
import { expanded, fitsMap, gnuSparseMap, paxSparseMap, type SparseMap } from './sparse.ts';
import { TarGaps } from './gaps.ts';

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
      const { offset } = reader;
      const block = reader.take(BLOCK);
      if (!isTarHeader(block)) {
        this.#gaps.pass(block, offset);
        if (this.#gaps.isLost) this.#forget();
        continue;
      }
      this.#gaps.found(offset);
      // Only what has to be waited for is a promise: most entries lie in the buffer.
      const wait = this.#take(parseHeader(block), block);
      if (wait && !(await wait)) return;
    }
    this.#gaps.end(reader.peek(BLOCK), reader.offset, reader.broken !== undefined);
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
    if (reader.buffered >= padded && this.#members.readSmall(member, reader.peek(size))) {
      reader.take(padded);
      return undefined;
    }
    return this.#readBody(member, size, reader.offset, boundedReader(reader, size));
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
    const left = start + bodyBytes(size) - reader.offset;
    if (left <= 0 || (await reader.skip(left)) || reader.offset >= start + size) return true;
    return this.#isCut(what);
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
