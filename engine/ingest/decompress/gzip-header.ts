import type { ByteReader } from '../byte-reader.ts';
import { flagOf, type Limits } from '../limits.ts';
import { StreamDamage } from './stream-damage.ts';

// 1f 8b 08 flags, time (4), extra flags, system; then by the flags: extra field, name, comment, header checksum
const FIXED = 10;
const HEADER_CRC = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const RESERVED = 0xe0;
const MAGIC = Buffer.of(0x1f, 0x8b, 8);
/** Packed as usual, as small or as fast as can be. */
const EXTRA_FLAGS: readonly number[] = [0, 2, 4];

export function isGzipHeader(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 && ((head[3] ?? 0xff) & RESERVED) === 0;
}

/** Passes over bytes up to what can only be the header of a member; false where none follows. */
export async function isMemberAhead(packed: ByteReader): Promise<boolean> {
  while (await packed.fill(FIXED)) {
    const bytes = Buffer.from(packed.peek(packed.buffered));
    const at = bytes.indexOf(MAGIC);
    if (at === -1) packed.take(bytes.length - MAGIC.length + 1);
    else if (at > 0) packed.take(at);
    else if (isGzipHeader(bytes) && EXTRA_FLAGS.includes(bytes[8] ?? 1) && isSystem(bytes[9] ?? 14))
      return true;
    else packed.take(1);
  }
  return false;
}

/** One of those that RFC 1952 names; 255 is none of them. */
function isSystem(system: number): boolean {
  return system <= 13 || system === 255;
}

/** Passes over the header of a member. */
export async function skipGzipHeader(packed: ByteReader, { headerBytes }: Limits): Promise<void> {
  await need(packed, FIXED);
  const fixed = packed.peek(FIXED);
  if (!isGzipHeader(fixed)) throw new StreamDamage('damaged', 'The header of the gzip stream is damaged');
  const flags = fixed[3] ?? 0;
  const end = packed.offset + headerBytes;
  packed.take(FIXED);
  if (flags & EXTRA) {
    await need(packed, 2);
    const length = Buffer.from(packed.take(2)).readUInt16LE(0);
    await need(packed, length);
    packed.take(length);
  }
  if (flags & NAME) await skipText(packed, end);
  if (flags & COMMENT) await skipText(packed, end);
  if (flags & HEADER_CRC) {
    await need(packed, 2);
    packed.take(2);
  }
}

async function need(packed: ByteReader, count: number): Promise<void> {
  if (!(await packed.fill(count)))
    throw new StreamDamage('truncated', 'The gzip stream ends inside its header');
}

/** Passes over a text and the zero behind it. */
async function skipText(packed: ByteReader, end: number): Promise<void> {
  for (;;) {
    await need(packed, 1);
    const bytes = packed.peek(packed.buffered);
    const zero = bytes.indexOf(0);
    packed.take(zero === -1 ? bytes.length : zero + 1);
    if (packed.offset > end) {
      const most = `${flagOf('headerBytes')} allows`;
      throw new StreamDamage('limit-header-bytes', `The header of the gzip stream is larger than ${most}`);
    }
    if (zero !== -1) return;
  }
}
