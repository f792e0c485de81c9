import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

import type { ByteReader } from '../byte-reader.ts';
import { StreamDamage } from '../decompress/stream-damage.ts';
import type { Packed, Unpacker } from '../decompress/unpacker.ts';
import { CHUNK, through } from '../decompress/zlib-engine.ts';
import { unpackZstd } from '../decompress/zstd.ts';
import { METHOD } from './zip-member.ts';

/** What a content came to. */
export interface Content {
  readonly size: number;
  readonly crc: number;
}

/** What the content of a member must come to. */
export interface Expected {
  readonly size: number;
  /** Undefined where the content has another check, as AE-2 has its own code. */
  readonly crc: number | undefined;
}

/** Less is refused by node:zlib. */
const LEAST_CHUNK = 64;

const METHODS: ReadonlyMap<number, Unpacker> = new Map<number, Unpacker>([
  [METHOD.stored, stored],
  [METHOD.deflated, deflated],
  [METHOD.zstd, unpackZstd],
  [METHOD.zstdOld, unpackZstd],
]);

/** Methods that are not read, by the names people know. */
const OTHER_METHODS: ReadonlyMap<number, string> = new Map([
  [1, 'Shrink'],
  [6, 'Implode'],
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [95, 'xz'],
  [98, 'PPMd'],
  [METHOD.aes, 'an encryption that is not described'],
]);

export function isReadable(method: number): boolean {
  return METHODS.has(method);
}

/** `method 12 (bzip2)` */
export function methodName(method: number): string {
  const name = OTHER_METHODS.get(method);
  return name === undefined ? `method ${method}` : `method ${method} (${name})`;
}

/** The plain bytes of a member. */
export interface PlainData {
  readonly method: number;
  readonly bytes: ByteReader;
  /** False where they go on with what is not the member's, and only the packed stream tells its own end. */
  readonly isBounded: boolean;
  /** What the content must come to: asked at its end, for it may stand behind it. */
  expected(found: Content): Promise<Expected | undefined>;
}

/** Unpacks a member. All there is is given, then told where it is not what it should be. */
export function memberUnpacker({ method, bytes, isBounded, expected }: PlainData): Unpacker {
  return async function* ({ limits, note }: Packed) {
    const unpack = METHODS.get(method) ?? stored;
    let crc = 0;
    let size = 0;
    for await (const chunk of unpack({ packed: bytes, limits, note })) {
      yield chunk;
      if (chunk instanceof StreamDamage) continue;
      crc = crc32(chunk, crc);
      size += chunk.length;
    }
    // A code over the packed bytes is compared at their end, which need not be that of the content.
    if (isBounded) while (await bytes.read()) continue;
    if (bytes.broken) throw bytes.broken;
    compare({ crc, size }, await expected({ crc, size }));
  };
}

/** The whole of a deflated content of at most `most` bytes; undefined where it is larger, damaged, or packed otherwise. */
export function inflatedWhole(bytes: Uint8Array, method: number, most: number): Uint8Array | undefined {
  if (method !== METHOD.deflated) return undefined;
  try {
    // One chunk, one byte larger than needed: the standard size costs more than the work for most members.
    return inflateRawSync(bytes, { chunkSize: Math.max(LEAST_CHUNK, most + 1), maxOutputLength: most + 1 });
  } catch {
    return undefined;
  }
}

function compare(
  found: { readonly crc: number; readonly size: number },
  expected: Expected | undefined,
): void {
  if (!expected) return;
  if (found.size < expected.size)
    throw new StreamDamage('truncated', `It ends before its ${expected.size} bytes`);
  if (found.size > expected.size)
    throw new StreamDamage('damaged', `It is larger than the ${expected.size} bytes it should have`);
  if (expected.crc !== undefined && found.crc !== expected.crc)
    throw new StreamDamage('checksum-mismatch', 'Its checksum does not match');
}

async function* stored({ packed }: Packed): AsyncGenerator<Uint8Array, void> {
  for (let part = await packed.read(CHUNK); part; part = await packed.read(CHUNK)) yield part;
}

async function* deflated({ packed }: Packed): AsyncGenerator<Uint8Array, void> {
  try {
    yield* through(createInflateRaw({ chunkSize: CHUNK }), packed);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new StreamDamage('truncated', 'Its data end early');
    if (code?.startsWith('Z_')) throw new StreamDamage('damaged', `Its data are damaged (${message})`);
    throw error;
  }
}
