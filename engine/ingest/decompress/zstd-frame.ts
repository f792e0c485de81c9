import { ByteReader } from '../byte-reader.ts';

/** What the head of a zstd frame says. */
export interface ZstdHeader {
  /** Bytes of the head, the magic included. */
  readonly length: number;
  /** Bytes that unpacking must look back. */
  readonly window: number;
  readonly hasDictionary: boolean;
  readonly hasChecksum: boolean;
}

export const ZSTD_MAGIC = 0xfd2fb528;
const MAGIC = Buffer.of(0x28, 0xb5, 0x2f, 0xfd);
export const MOST_HEADER = 18;
const LEAST_HEADER = 6;
const DICTIONARY_BYTES = [0, 1, 2, 4];
const SIZE_BYTES = [0, 2, 4, 8];
const BLOCK_HEADER = 3;
const CHECKSUM = 4;

/** Frames whose magic ends in 0 to f hold what is nobody's content. */
export function isSkippable(magic: number): boolean {
  return (magic & 0xfffffff0) >>> 0 === 0x184d2a50;
}

/** Passes over bytes up to the head of a frame; false where none follows. */
export async function isFrameAhead(packed: ByteReader): Promise<boolean> {
  while (await packed.fill(LEAST_HEADER)) {
    await packed.fill(MOST_HEADER);
    const bytes = Buffer.from(packed.peek(packed.buffered));
    const at = bytes.indexOf(MAGIC);
    if (at === -1) packed.take(bytes.length - MAGIC.length + 1);
    else if (at > 0) packed.take(at);
    else if (zstdHeader(bytes.subarray(0, MOST_HEADER))) return true;
    else packed.take(1);
  }
  return false;
}

/** Reads the head of a frame, magic first; undefined where it is no head or not all of one. */
export function zstdHeader(head: Uint8Array): ZstdHeader | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const flags = bytes[4];
  if (bytes.length < 5 || flags === undefined || bytes.readUInt32LE(0) !== ZSTD_MAGIC || flags & 8)
    return undefined;
  const isSingle = (flags & 0x20) !== 0;
  const dictionary = DICTIONARY_BYTES[flags & 3] ?? 0;
  const sizeBytes = flags >> 6 === 0 && isSingle ? 1 : (SIZE_BYTES[flags >> 6] ?? 0);
  const sizeAt = 5 + (isSingle ? 0 : 1) + dictionary;
  const length = sizeAt + sizeBytes;
  if (bytes.length < length) return undefined;
  return {
    length,
    window: isSingle ? contentSize(bytes, sizeAt, sizeBytes) : windowOf(bytes[5] ?? 0),
    hasDictionary: bytes.subarray(sizeAt - dictionary, sizeAt).some((byte) => byte !== 0),
    hasChecksum: (flags & 4) !== 0,
  };
}

function contentSize(bytes: Buffer, at: number, length: number): number {
  if (length === 8) return Number(bytes.readBigUInt64LE(at));
  return bytes.readUIntLE(at, length) + (length === 2 ? 256 : 0);
}

function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

/** The bytes of one frame and no more, told by the heads of its blocks. */
export class FrameReader extends ByteReader {
  /** Whether the frame's last byte was given. */
  readonly isWhole: () => boolean;

  constructor(packed: ByteReader, header: ZstdHeader) {
    // The checksum is given apart: where it does not match, what came before it is out already.
    const after = header.hasChecksum ? [CHECKSUM] : [];
    let left = header.length;
    let isLast = false;
    super(async () => {
      while (left === 0) {
        const next = isLast ? after.pop() : await nextBlock();
        if (next === undefined) return undefined;
        left = next;
      }
      const part = await packed.read(left);
      left -= part?.length ?? 0;
      return part;
    });
    this.isWhole = () => isLast && left === 0 && after.length === 0;

    /** Bytes up to the end of the last block whose head is in the buffer. */
    async function nextBlock(): Promise<number | undefined> {
      if (!(await packed.fill(BLOCK_HEADER))) return undefined;
      const bytes = packed.peek(packed.buffered);
      let end = 0;
      while (!isLast && end + BLOCK_HEADER <= bytes.length) {
        const head = (bytes[end] ?? 0) | ((bytes[end + 1] ?? 0) << 8) | ((bytes[end + 2] ?? 0) << 16);
        isLast = (head & 1) === 1;
        // A block of one repeated byte holds that byte alone.
        end += BLOCK_HEADER + (((head >> 1) & 3) === 1 ? 1 : head >> 3);
      }
      return end;
    }
  }
}
