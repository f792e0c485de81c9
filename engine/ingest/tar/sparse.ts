import { ByteReader } from '../byte-reader.ts';
import { BLOCK, sizeAt } from './header.ts';
import type { SparseRecords } from './pax.ts';

/** Where the stored bytes of a sparse file belong; all else of it is zeros. */
export interface SparseMap {
  /** Offset, length, offset, length, … */
  readonly segments: readonly number[];
  /** Size of the file itself, its holes included. */
  readonly size: number;
}

/** Offset and length of one segment, as GNU's own format writes them. */
const PAIR_BYTES = 24;
/** A header has room for four segments, a block behind it for 21; then comes whether another block follows. */
const IN_HEADER = { at: 386, pairs: 4, more: 482, size: 483 };
const IN_BLOCK = { at: 0, pairs: 21, more: 504 };

/** The map of an entry of type `S`, which goes on in blocks behind its header. Undefined where it is cut or too large. */
export async function gnuSparseMap(
  header: Uint8Array,
  reader: ByteReader,
  mostBytes: number,
): Promise<SparseMap | undefined> {
  const segments: number[] = [];
  const size = sizeAt(header, IN_HEADER.size) ?? Number.NaN;
  let more = takePairs(header, IN_HEADER, segments);
  for (let taken = 0; more; taken += BLOCK) {
    if (taken >= mostBytes || !(await reader.fill(BLOCK))) return undefined;
    more = takePairs(reader.take(BLOCK), IN_BLOCK, segments);
  }
  return { segments, size };
}

/** Adds the segments of one block; true where another block follows. */
function takePairs(
  block: Uint8Array,
  { at, pairs, more }: { readonly at: number; readonly pairs: number; readonly more: number },
  segments: number[],
): boolean {
  for (let pair = 0; pair < pairs; pair++) {
    const offset = at + pair * PAIR_BYTES;
    // Unused places are empty.
    if (block[offset] === 0 && block[offset + 12] === 0) break;
    segments.push(sizeAt(block, offset) ?? Number.NaN, sizeAt(block, offset + 12) ?? Number.NaN);
  }
  return block[more] !== 0;
}

/** The map of an entry in PAX; of version 1.0 it is taken off the front of the body. */
export async function paxSparseMap(
  { mapInBody, map = [], size = Number.NaN }: SparseRecords,
  body: ByteReader,
  mostBytes: number,
): Promise<SparseMap | undefined> {
  if (!mapInBody) return { segments: map, size };
  const segments = await mapLines(body, mostBytes);
  return segments && { segments, size };
}

/** Decimal numbers, a line each: how many segments, then offset and length of each, zeros up to the next block. */
async function mapLines(body: ByteReader, mostBytes: number): Promise<readonly number[] | undefined> {
  const numbers: number[] = [];
  let text = '';
  for (let taken = 0; taken < mostBytes && (await body.fill(BLOCK)); taken += BLOCK) {
    const lines = (text + Buffer.from(body.take(BLOCK)).toString('latin1')).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      if (!/^\d{1,16}$/u.test(line)) return undefined;
      numbers.push(Number(line));
      const wanted = 1 + 2 * (numbers[0] ?? 0);
      if (numbers.length === wanted) return numbers.slice(1);
    }
  }
  return undefined;
}

/** True where the segments follow each other, fit into the file, and take up what is stored. */
export function fitsMap({ segments, size }: SparseMap, stored: number): boolean {
  if (!Number.isSafeInteger(size) || segments.length % 2 !== 0) return false;
  let end = 0;
  let sum = 0;
  for (let at = 0; at < segments.length; at += 2) {
    const offset = segments[at] ?? Number.NaN;
    const length = segments[at + 1] ?? Number.NaN;
    // Written so that a NaN fits nowhere.
    if (!(offset >= end && length >= 0 && offset + length <= size)) return false;
    end = offset + length;
    sum += length;
  }
  return sum === stored;
}

/** Zeros for every hole: lent out again and again, never written. */
const ZEROS = new Uint8Array(256 * 1024);

/** The content of the file itself: stored bytes where the map puts them, zeros between. Ends where the bytes do. */
export function expanded(stored: ByteReader, { segments, size }: SparseMap): ByteReader {
  let segment = 0;
  let at = 0;
  return new ByteReader(async () => {
    while (segment < segments.length && at >= endOf(segments, segment)) segment += 2;
    const start = segments[segment] ?? size;
    if (at < start) {
      const zeros = ZEROS.subarray(0, Math.min(ZEROS.length, start - at));
      at += zeros.length;
      return zeros;
    }
    if (segment >= segments.length) return undefined;
    const part = await stored.read(endOf(segments, segment) - at);
    at += part?.length ?? 0;
    return part;
  });
}

function endOf(segments: readonly number[], segment: number): number {
  return (segments[segment] ?? 0) + (segments[segment + 1] ?? 0);
}
