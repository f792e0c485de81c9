import { gzipSync, zstdCompressSync } from 'node:zlib';

import type { Random } from '../bench/generators/random.ts';
import { withChecksum } from '../harness/tar-blocks.ts';

/** An archive to begin with. */
export interface Seedling {
  readonly name: string;
  readonly bytes: Buffer;
}

type Mutation = (bytes: Buffer, random: Random, corpus: readonly Seedling[]) => Buffer;

const BLOCK = 512;
const MOST_CHANGES = 4;
/** Nothing that grows beyond this is worth its time. */
const MOST_BYTES = 2 * 1024 * 1024;
const BYTES = [0, 1, 0x7f, 0x80, 0xff] as const;
const NUMBERS = [0, 1, 2, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff] as const;
const OCTAL = [
  '00000000000',
  '77777777777',
  '00000000001',
  '00000001000',
  '0000000000x',
  '           ',
] as const;
type Field = readonly [at: number, length: number];
/** The fields of a tar header that say how it goes on. */
const TAR_FIELDS: readonly [Field, ...Field[]] = [
  [0, 100],
  [124, 12],
  [136, 12],
  [156, 1],
  [157, 100],
  [257, 8],
  [345, 155],
  [386, 24],
  [483, 12],
];
const TAR_TYPES = '0123456789xgLKSVMXDNA\0' as const;
const ZIP_MARKS = ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07', 'PK\x07\x08'];

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  flipBits,
  setBytes,
  cut,
  splice,
  repeat,
  remove,
  swapBlocks,
  setTarField,
  setTarField,
  setZipField,
  setZipField,
];

/** An archive of the corpus with something done to it; at times packed afterwards, so that what unpacks it is content. */
export function mutated(corpus: readonly [Seedling, ...Seedling[]], random: Random): Seedling {
  const { name, bytes } = random.pick(corpus);
  let changed: Buffer = Buffer.from(bytes);
  for (let left = 1 + random.below(MOST_CHANGES); left > 0; left--) {
    if (changed.length > 0) changed = random.pick(MUTATIONS)(changed, random, corpus).subarray(0, MOST_BYTES);
  }
  const packing = random.below(8);
  if (packing === 0) return { name: `${name}.gz`, bytes: gzipSync(changed) };
  if (packing === 1) return { name: `${name}.zst`, bytes: zstdCompressSync(changed) };
  return { name, bytes: changed };
}

function flipBits(bytes: Buffer, random: Random): Buffer {
  for (let left = 1 + random.below(8); left > 0; left--) {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  }
  return bytes;
}

function setBytes(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length);
  return bytes.fill(random.pick(BYTES), at, Math.min(bytes.length, at + 1 + random.below(64)));
}

function cut(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, random.below(bytes.length));
}

function splice(bytes: Buffer, random: Random, corpus: readonly Seedling[]): Buffer {
  const other = corpus[random.below(corpus.length)]?.bytes ?? bytes;
  const [at, from] = [random.below(bytes.length), random.below(other.length)];
  const part = other.subarray(from, from + 1 + random.below(4 * BLOCK));
  return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
}

function repeat(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length);
  const part = bytes.subarray(at, at + 1 + random.below(2 * BLOCK));
  return Buffer.concat([
    bytes.subarray(0, at),
    ...new Array<Buffer>(1 + random.below(40)).fill(part),
    bytes.subarray(at),
  ]);
}

function remove(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(2 * BLOCK))]);
}

function swapBlocks(bytes: Buffer, random: Random): Buffer {
  const blocks = Math.floor(bytes.length / BLOCK);
  if (blocks < 2) return bytes;
  const [a, b] = [random.below(blocks) * BLOCK, random.below(blocks) * BLOCK];
  const kept = Buffer.from(bytes.subarray(a, a + BLOCK));
  bytes.copy(bytes, a, b, b + BLOCK);
  kept.copy(bytes, b);
  return bytes;
}

/** Sets one field of one header, whose checksum is made right again: what lies is believed. */
function setTarField(bytes: Buffer, random: Random): Buffer {
  const headers: number[] = [];
  for (let at = bytes.indexOf('ustar', 0, 'latin1'); at !== -1; at = bytes.indexOf('ustar', at + 1, 'latin1'))
    if (at >= 257 && at - 257 + BLOCK <= bytes.length) headers.push(at - 257);
  const at = headers[random.below(headers.length)];
  if (at === undefined) return flipBits(bytes, random);
  const header = bytes.subarray(at, at + BLOCK);
  const [field, length] = random.pick(TAR_FIELDS);
  if (field === 156) header[field] = TAR_TYPES.charCodeAt(random.below(TAR_TYPES.length));
  else if (random.below(3) === 0) header.fill(random.pick(BYTES), field, field + length);
  else header.write(random.pick(OCTAL), field, Math.min(length, 12), 'latin1');
  withChecksum(header);
  return bytes;
}

/** Sets two or four bytes behind one of the marks of a zip. */
function setZipField(bytes: Buffer, random: Random): Buffer {
  const mark = ZIP_MARKS[random.below(ZIP_MARKS.length)] ?? '';
  const at = bytes.indexOf(mark, random.below(bytes.length), 'latin1');
  const field = at + 4 + 2 * random.below(26);
  if (at === -1 || field + 4 > bytes.length) return flipBits(bytes, random);
  if (random.below(2) === 0) bytes.writeUInt16LE(random.pick(NUMBERS) & 0xffff, field);
  else bytes.writeUInt32LE(random.pick(NUMBERS), field);
  return bytes;
}
