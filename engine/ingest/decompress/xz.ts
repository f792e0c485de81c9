import type { ByteReader } from '../byte-reader.ts';
import { unpackLzma2 } from './lzma2.ts';
import { skipZeros } from './padding.ts';
import { isLocal, StreamDamage } from './stream-damage.ts';
import type { Packed } from './unpacker.ts';
import { checkFor } from './xz-check.ts';
import {
  BlockSizes,
  isStreamAhead,
  readBlockHeader,
  readStreamEnd,
  readStreamHeader,
  type BlockHeader,
} from './xz-format.ts';

const MAGIC_BYTE = 0xfd;

/** xz: all streams and blocks, checks compared, padding passed over. */
export async function* unpackXz({
  packed,
  limits,
  note,
}: Packed): AsyncGenerator<Uint8Array | StreamDamage, void> {
  for (;;) {
    try {
      yield* oneStream(packed, limits.windowBytes);
    } catch (error) {
      if (!isLocal(error) || !(await isStreamAhead(packed))) throw error;
      yield lost(error);
    }
    const padding = await skipZeros(packed);
    if (!(await packed.fill(1))) return;
    if (packed.peek(1)[0] !== MAGIC_BYTE || padding % 4 !== 0) {
      note('trailing-data', `Bytes behind the xz stream, from byte ${packed.offset}, were not read`);
      return;
    }
  }
}

async function* oneStream(
  packed: ByteReader,
  mostWindow: number,
): AsyncGenerator<Uint8Array | StreamDamage, void> {
  const check = await readStreamHeader(packed);
  // Undefined once a block was lost: what the index says of it cannot be compared.
  let sizes: BlockSizes | undefined = new BlockSizes();
  for (let block = await readBlockHeader(packed); block; block = await readBlockHeader(packed)) {
    refuseWindow(block.dictionary, mostWindow);
    const start = packed.offset;
    try {
      yield* oneBlock({ packed, block, check, sizes });
    } catch (error) {
      if (!isLocal(error) || !(await skipBlock(packed, start, block, check))) throw error;
      yield lost(error);
      sizes = undefined;
    }
  }
  await readStreamEnd(packed, check, sizes);
}

/** Passes over the rest of a block that says in its head how long it is. */
async function skipBlock(
  packed: ByteReader,
  start: number,
  { packedSize }: BlockHeader,
  check: number,
): Promise<boolean> {
  if (packedSize === undefined) return false;
  const end = start + Math.ceil(packedSize / 4) * 4 + checkFor(check).size;
  return packed.offset <= end && packed.skip(end - packed.offset);
}

function lost({ code, message }: StreamDamage): StreamDamage {
  const what = code === 'truncated' ? 'A part of the xz stream is damaged' : message;
  return new StreamDamage(
    code === 'truncated' ? 'damaged' : code,
    `${what}; content is lost up to the next part that can be read`,
  );
}

interface BlockParts {
  readonly packed: ByteReader;
  readonly block: BlockHeader;
  readonly check: number;
  readonly sizes: BlockSizes | undefined;
}

async function* oneBlock({
  packed,
  block,
  check: kind,
  sizes,
}: BlockParts): AsyncGenerator<Uint8Array, void> {
  const check = checkFor(kind);
  const start = packed.offset;
  let size = 0;
  for await (const part of unpackLzma2(packed, block.dictionary)) {
    check.update(part);
    size += part.length;
    yield part;
  }
  const packedSize = packed.offset - start;
  const padding = (4 - (packedSize % 4)) % 4;
  if (!(await packed.fill(padding + check.size)))
    throw new StreamDamage('truncated', 'The xz stream ends before a checksum');
  packed.take(padding);
  if (!check.matches(Buffer.from(packed.take(check.size))))
    throw new StreamDamage('checksum-mismatch', 'The checksum of an xz block does not match');
  if (packedSize !== (block.packedSize ?? packedSize) || size !== (block.size ?? size))
    throw new StreamDamage('damaged', 'The length of an xz block does not match');
  sizes?.add(block.length + packedSize + check.size, size);
}

function refuseWindow(dictionary: number, most: number): void {
  if (dictionary <= most) return;
  throw new StreamDamage(
    'limit-window-bytes',
    `The xz stream asks for ${dictionary} bytes of memory to look back; ${most} are allowed`,
  );
}
