import { crc32 } from 'node:zlib';

import type { EntryPath } from '../../api/index.ts';
import { readerOf, type ByteReader } from '../byte-reader.ts';
import type { IngestContext } from '../context.ts';
import { StreamDamage } from '../decompress/stream-damage.ts';
import { unpackedReader } from '../decompress/unpacker.ts';
import { addressOf, decodeName, NAMELESS } from '../entry-name.ts';
import type { EntryHeader } from '../entry-sink.ts';
import type { MemberReaders } from '../member-readers.ts';
import { Locked } from './locked.ts';
import {
  inflatedWhole,
  isReadable,
  memberUnpacker,
  methodName,
  type Content,
  type Expected,
} from './unpack-member.ts';
import { aesPlain } from './winzip-aes.ts';
import { zipCryptoPlain } from './zip-crypto.ts';
import { METHOD, type ZipMember } from './zip-member.ts';

/** A link's target is a path; anything longer is none. */
const MOST_LINK_BYTES = 4096;
/** A member this small is unpacked at once: an engine of its own costs ten times more. */
const SMALL_PACKED = 64 * 1024;
const SMALL = 512 * 1024;

/** The data of one member. */
export interface MemberData {
  /** Begins with the first packed byte; ends with the last where `packedSize` is known. */
  readonly packed: ByteReader;
  readonly packedSize: number | undefined;
  /** What stands behind the data, where sizes and checksum stand there; asked once all of it is read. */
  readonly described?: (found: Content) => Promise<Expected | undefined>;
}

/** Gives the members of a zip, each by its header and its data: decrypted, unpacked, checked. */
export class ZipContents {
  readonly #archive: EntryPath;
  readonly #members: MemberReaders;
  readonly #context: IngestContext;
  readonly #locked: Locked;

  constructor(archive: EntryPath, members: MemberReaders, context: IngestContext) {
    this.#archive = archive;
    this.#members = members;
    this.#context = context;
    this.#locked = new Locked(archive, context);
  }

  async give(member: ZipMember, data: MemberData): Promise<void> {
    if (member.kind === 'folder' || member.kind === 'other') {
      const admitted = member.kind === 'folder' && !hasName(member) ? undefined : this.#admit(member);
      if (admitted) this.#members.list(admitted);
      return;
    }
    if (!isReadable(member.method)) {
      const detail = `is packed by ${methodName(member.method)}, which is not read`;
      this.listUnread(member, 'unsupported', detail);
      return;
    }
    if (!member.encrypted) return this.#givePlain(member, data, data.packed);
    const plain = await this.#plainOf(member, data);
    if (plain) return this.#givePlain(member, data, plain);
    const admitted = this.#admit(member);
    if (admitted) this.#members.list({ ...admitted, unread: this.#locked.add(admitted.path) });
  }

  /** Lists a member whose data cannot be read, and tells why. */
  listUnread(member: ZipMember, code: 'damaged' | 'truncated' | 'unsupported', detail: string): void {
    const admitted = this.#admit({ ...member, kind: 'file' });
    if (!admitted) return;
    const unread = `${admitted.path} ${detail}`;
    this.#context.note(code, unread, admitted.path, member.at);
    if (code !== 'unsupported') this.#context.memberDamaged(this.#archive);
    this.#members.list({ ...admitted, unread });
  }

  /** Tells in one sentence what needs a password. */
  end(): void {
    this.#locked.tell();
  }

  #admit(member: ZipMember, linkTarget?: string): EntryHeader | undefined {
    const path = addressOf(member.name);
    const header: { -readonly [Key in keyof EntryHeader]: EntryHeader[Key] } = {
      path: path === '' ? NAMELESS : path,
      kind: linkTarget === undefined ? member.kind : 'link',
    };
    if (header.kind === 'file') header.size = member.size;
    if (member.modified !== undefined) header.modified = member.modified;
    if (linkTarget !== undefined) header.linkTarget = linkTarget;
    return this.#members.admit(header);
  }

  async #plainOf(member: ZipMember, { packed, packedSize }: MemberData): Promise<ByteReader | undefined> {
    const { password } = this.#context;
    if (!password) return undefined;
    if (!member.aes) return zipCryptoPlain(member, packed, password);
    return packedSize === undefined ? undefined : aesPlain(member.aes, packed, packedSize, password);
  }

  async #givePlain(member: ZipMember, data: MemberData, plain: ByteReader): Promise<void> {
    const small = member.encrypted ? undefined : await smallContent(member, data);
    if (member.kind === 'link') return this.#giveLink(member, data, small, plain);
    const admitted = this.#admit(member);
    if (!admitted) return;
    if (small && this.#members.readSmall(admitted, small)) return;
    if (small) return this.#members.read(admitted, readerOf(small));
    const content = this.#unpacked(member, data, plain, admitted.path);
    try {
      await this.#members.read(admitted, content);
      // Where it is not known how much belongs to it, all has to be unpacked to get behind it.
      if (data.packedSize === undefined) while (await content.read()) continue;
    } finally {
      await content.close();
    }
    if (content.broken && !isLimit(content.broken)) this.#context.memberDamaged(this.#archive);
  }

  async #giveLink(
    member: ZipMember,
    data: MemberData,
    small: Uint8Array | undefined,
    plain: ByteReader,
  ): Promise<void> {
    const content = small ? readerOf(small) : this.#unpacked(member, data, plain, addressOf(member.name));
    await content.fill(Math.min(MOST_LINK_BYTES, member.size));
    const admitted = this.#admit(member, decodeName(content.peek(MOST_LINK_BYTES)));
    await content.close();
    if (admitted) this.#members.list(admitted);
  }

  #unpacked(member: ZipMember, data: MemberData, plain: ByteReader, address: EntryPath): ByteReader {
    const unpacker = memberUnpacker({
      method: member.method,
      bytes: plain,
      isBounded: data.packedSize !== undefined,
      expected: (found) => (data.described ? data.described(found) : Promise.resolve(expectedOf(member))),
    });
    return unpackedReader(unpacker, data.packed, address, this.#context);
  }
}

/** AE-2 writes no checksum of the content, for it would tell something of it. */
export function expectedOf({ size, crc, aes }: ZipMember): Expected {
  return { size, crc: aes && aes.version !== 1 ? undefined : crc };
}

/** The whole content of a member that is small and sound; all else is read as a stream, which tells what is wrong. */
async function smallContent(member: ZipMember, data: MemberData): Promise<Uint8Array | undefined> {
  const { packed, packedSize } = data;
  if (packedSize === undefined || packedSize > SMALL_PACKED || member.size > SMALL || data.described)
    return undefined;
  if (!(await packed.fill(packedSize))) return undefined;
  const bytes = packed.peek(packedSize);
  const content = member.method === METHOD.stored ? bytes : inflatedWhole(bytes, member.method, member.size);
  return content?.length === member.size && crc32(content) === member.crc ? content : undefined;
}

/** A member that was left at a limit is sound as far as anybody knows. */
function isLimit(broken: Error): boolean {
  return broken instanceof StreamDamage && broken.code.startsWith('limit-');
}

function hasName(member: ZipMember): boolean {
  return addressOf(member.name) !== '';
}
