import type { ProblemCode } from '../../api/index.ts';
import { boundedReader, readerOf, type ByteReader } from '../byte-reader.ts';
import { StreamDamage } from '../decompress/stream-damage.ts';
import {
  bufferOf,
  descriptorAt,
  MOST_DESCRIPTOR,
  peekLocal,
  type Descriptor,
  type LocalHeader,
} from './local-header.ts';
import { resync } from './resync.ts';
import { SeenMembers } from './seen-members.ts';
import { inflatedWhole, isReadable, type Content } from './unpack-member.ts';
import { expectedOf, type ZipContents } from './zip-contents.ts';
import { CENTRAL_RECORD, LOCAL_HEADER, METHOD, type ZipMember } from './zip-member.ts';

export type NoteZip = (code: ProblemCode, detail: string, offset?: number) => void;

export interface ForwardOptions {
  /** Told where bytes belong to no member; left out where they may. */
  readonly note?: NoteZip;
  /** Holds back what may turn out to be a link, which the directory alone tells. */
  readonly defers?: boolean;
  /** Finds the packed size of a member that says it only behind its data. */
  readonly search?: (dataStart: number) => Promise<number>;
}

/** Where the reading came to its end: at the directory, at the end of the bytes, or before what only a search can part. */
export type ForwardStop = 'directory' | 'end' | 'ambiguous';

const END_RECORDS = [0x06054b50, 0x06064b50, 0x07064b50];
const ARCHIVE_EXTRA = 0x08064b50;
/** Marks at the front of archives in several parts, or meant to be. */
const PART_MARKS = [0x08074b50, 0x30304b50];
const LF = 0x0a;
const MOST_LINK_BYTES = 4096;
/** Members that may be links are few and small; beyond this they are held with the rest of the archive. */
const MOST_DEFERRED = 4 * 1024 * 1024;

interface Deferred {
  readonly member: ZipMember;
  readonly content: Buffer;
  /** Nothing tells what its content must come to. */
  readonly isBlank: boolean;
}

/** Reads the members of a zip one after the other, by the headers before their data. */
export class ForwardReader {
  readonly seen = new SeenMembers();
  /** What may be a link, by the offset of its header. */
  readonly deferred = new Map<number, Deferred>();
  readonly #body: ByteReader;
  readonly #contents: ZipContents;
  readonly #options: ForwardOptions;
  #deferredBytes = 0;

  constructor(body: ByteReader, contents: ZipContents, options: ForwardOptions) {
    this.#body = body;
    this.#contents = contents;
    this.#options = options;
  }

  async read(): Promise<ForwardStop> {
    const body = this.#body;
    while (await body.fill(4)) {
      const mark = bufferOf(body.peek(4)).readUInt32LE(0);
      if (mark === CENTRAL_RECORD || END_RECORDS.includes(mark)) return 'directory';
      const local = mark === LOCAL_HEADER ? await peekLocal(body) : undefined;
      if (local && !(await this.#take(local))) return 'ambiguous';
      if (!local && !(await this.#pass(mark))) break;
    }
    return 'end';
  }

  /** Passes over what is no member; false at the end of the bytes. */
  async #pass(mark: number): Promise<boolean> {
    const body = this.#body;
    if (mark === ARCHIVE_EXTRA && (await body.fill(8)))
      return body.skip(8 + bufferOf(body.peek(8)).readUInt32LE(4));
    if (body.offset === 0 && PART_MARKS.includes(mark)) return body.skip(4);
    const from = body.offset;
    const found = await resync(body);
    const bytes = body.offset - from;
    this.#options.note?.('damaged', `${bytes} bytes from byte ${from} on belong to no member`, from);
    return found;
  }

  /** Reads one member; false where it cannot be told where it ends, or too much would have to wait. */
  async #take({ member, length }: LocalHeader): Promise<boolean> {
    const sized = await this.#sized(member, length);
    if (!sized && !knowsItsEnd(member)) return false;
    const waits = sized && this.#options.defers && (await this.#mayBeLink(sized, length));
    if (waits) return this.#defer(sized, length);
    this.#body.take(length);
    if (sized) await this.#giveSized(sized);
    else await this.#giveUnsized(member);
    return true;
  }

  /** The member with its packed size, where it is known before its data, as it is of nearly all. */
  async #sized(member: ZipMember, length: number): Promise<ZipMember | undefined> {
    if (!member.described || member.packedSize > 0) return member;
    // An empty one is followed by its descriptor at once.
    await this.#body.fill(length + MOST_DESCRIPTOR);
    const behind = bufferOf(this.#body.peek(length + MOST_DESCRIPTOR)).subarray(length);
    if (descriptorAt(behind, 0)?.size === 0) return member;
    if (knowsItsEnd(member) || !this.#options.search) return undefined;
    const packedSize = await this.#options.search(this.#body.offset + length);
    return { ...member, packedSize };
  }

  async #giveSized(member: ZipMember): Promise<void> {
    const body = this.#body;
    const end = body.offset + member.packedSize;
    const packed = boundedReader(body, member.packedSize);
    // Neither size nor checksum stands before the data: they are compared with what stands behind.
    const described = async (content: Content) => {
      await body.skip(end - body.offset);
      const found = await this.#descriptor(member.packedSize, content);
      return found && expectedOf({ ...member, ...found });
    };
    const isBlank = member.described && member.crc === 0;
    await this.#contents.give(member, {
      packed,
      packedSize: member.packedSize,
      ...(isBlank ? { described } : {}),
    });
    await body.skip(end - body.offset);
    if (member.described && body.offset === end) await this.#descriptor(member.packedSize);
    this.seen.add(member);
  }

  /** A packed stream knows its own end: what follows it is the descriptor. */
  async #giveUnsized(member: ZipMember): Promise<void> {
    const body = this.#body;
    const start = body.offset;
    let found = { crc: 0, packedSize: 0 };
    const described = async (content: Content) => {
      const packedSize = body.offset - start;
      const descriptor = await this.#descriptor(packedSize, content);
      if (!descriptor) throw new StreamDamage('damaged', 'No size and checksum stand behind it');
      found = { crc: descriptor.crc, packedSize };
      return expectedOf({ ...member, ...descriptor });
    };
    await this.#contents.give(member, { packed: body, packedSize: undefined, described });
    this.seen.add({ ...member, ...found });
  }

  async #descriptor(packedSize: number, content?: Content): Promise<Descriptor | undefined> {
    await this.#body.fill(MOST_DESCRIPTOR);
    const found = descriptorAt(bufferOf(this.#body.peek(MOST_DESCRIPTOR)), packedSize, content);
    if (found) this.#body.take(found.length);
    return found;
  }

  /** True for a small member whose content could be a path, or is locked. */
  async #mayBeLink(
    { method, encrypted, packedSize, size, kind }: ZipMember,
    length: number,
  ): Promise<boolean> {
    if (kind !== 'file' || packedSize === 0 || Math.max(size, packedSize) > MOST_LINK_BYTES) return false;
    if (!(await this.#body.fill(length + packedSize))) return false;
    if (encrypted) return true;
    const bytes = this.#body.peek(length + packedSize).subarray(length);
    const content = method === METHOD.stored ? bytes : inflatedWhole(bytes, method, MOST_LINK_BYTES);
    return content !== undefined && !content.includes(LF) && !content.includes(0);
  }

  /** Keeps a member back; false where too much is kept already. */
  async #defer(member: ZipMember, length: number): Promise<boolean> {
    const body = this.#body;
    if (this.#deferredBytes + member.packedSize > MOST_DEFERRED) return false;
    this.#deferredBytes += member.packedSize;
    body.take(length);
    const content = Buffer.from(body.take(member.packedSize));
    const descriptor = member.described ? await this.#descriptor(member.packedSize) : undefined;
    const isBlank = member.described && member.crc === 0;
    const found = descriptor ? { ...member, crc: descriptor.crc, size: descriptor.size } : member;
    this.deferred.set(member.at, { member: found, content, isBlank: isBlank && !descriptor });
    this.seen.add(member);
    return true;
  }

  /** Gives what was held back: as the directory calls it, or as a file. */
  async giveDeferred(at: number, kind: ZipMember['kind'] = 'file'): Promise<void> {
    const held = this.deferred.get(at);
    if (!held) return;
    this.deferred.delete(at);
    const { member, content, isBlank } = held;
    await this.#contents.give(
      { ...member, kind },
      {
        packed: readerOf(content),
        packedSize: content.length,
        ...(isBlank ? { described: () => Promise.resolve(undefined) } : {}),
      },
    );
  }
}

/** A packed stream says itself where it ends, unless it is encrypted. */
function knowsItsEnd({ method, encrypted }: ZipMember): boolean {
  return method !== METHOD.stored && isReadable(method) && !encrypted;
}
