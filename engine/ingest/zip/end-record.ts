import type { ByteReader } from '../byte-reader.ts';
import type { RandomAccess } from '../random-access.ts';
import { bufferOf, isLocalHeader } from './local-header.ts';
import { CENTRAL_RECORD, LOCAL_BYTES } from './zip-member.ts';

/** The directory of a zip, as an end record names it. */
export interface DirectoryPlace {
  readonly at: number;
  readonly size: number;
  readonly count: number;
  /** Bytes before the archive's own beginning, as of a program that unpacks it. */
  readonly shift: number;
  /** Where the end record stops, its comment included. */
  readonly end: number;
}

export type FoundEnd =
  | { readonly kind: 'found'; readonly place: DirectoryPlace; readonly rivals: number }
  /** The directory lies in another file of several. */
  | { readonly kind: 'parts' }
  | { readonly kind: 'none' };

const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const END_MARK = Buffer.from('PK\u0005\u0006', 'latin1');
const LOCATOR_BYTES = 20;
const LOCATOR = 0x07064b50;
const WIDE_END_BYTES = 56;
const WIDE_END = 0x06064b50;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/**
 * Finds the directory by the records near the end of the file. A comment may hold what looks like another record, and
 * so may a name or the data before it: of those that lead to a directory, the one that names the most members counts.
 */
export async function findEnd(access: RandomAccess): Promise<FoundEnd> {
  const from = Math.max(0, access.size - END_BYTES - MOST_COMMENT);
  const tail = Buffer.from(await access.read(from, access.size - from));
  const fitting: DirectoryPlace[] = [];
  const others: DirectoryPlace[] = [];
  let parts = false;
  for (let at = tail.indexOf(END_MARK); at !== -1; at = tail.indexOf(END_MARK, at + 1)) {
    if (at + END_BYTES > tail.length) break;
    const record = tail.subarray(at, at + END_BYTES);
    const end = from + at + END_BYTES + record.readUInt16LE(20);
    if (end > access.size) continue;
    const found = await placeOf(access, record, from + at, end);
    if (found === 'parts') parts = true;
    else if (found) (end === access.size ? fitting : others).push(found);
  }
  const [first, ...rest] = fitting.length > 0 ? fitting : (await ownOf(access, others)).slice(-1);
  if (!first) return parts ? { kind: 'parts' } : { kind: 'none' };
  const place = rest.reduce((best, one) => (one.count > best.count ? one : best), first);
  return { kind: 'found', place, rivals: rest.length };
}

/**
 * Passes over the records at the end, at which a reader stands, each as long as it says itself. Gives the number of
 * members that they claim, of which the record without zip64 has 16 bits; undefined where no end record stands there.
 */
export async function skipEnd(body: ByteReader): Promise<number | undefined> {
  let wide: number | undefined;
  while (await body.fill(END_BYTES)) {
    const bytes = bufferOf(body.peek(WIDE_END_BYTES));
    const mark = bytes.readUInt32LE(0);
    if (mark === WIDE_END && (await body.fill(WIDE_END_BYTES))) {
      const record = bufferOf(body.peek(WIDE_END_BYTES));
      wide = Number(record.readBigUInt64LE(32));
      await body.skip(12 + Number(record.readBigUInt64LE(4)));
    } else if (mark === LOCATOR) await body.skip(LOCATOR_BYTES);
    else if (bytes.indexOf(END_MARK) !== 0) return undefined;
    else {
      const count = bytes.readUInt16LE(10);
      await body.skip(END_BYTES + bytes.readUInt16LE(20));
      return count === FULL_16 ? (wide ?? count) : count;
    }
  }
  return undefined;
}

/** Without those of a zip that lies in a member: the archive that begins with a header begins at the front. */
async function ownOf(
  access: RandomAccess,
  places: readonly DirectoryPlace[],
): Promise<readonly DirectoryPlace[]> {
  const isAtFront = isLocalHeader(await access.read(0, LOCAL_BYTES));
  return isAtFront ? places.filter(({ shift, count }) => shift === 0 && count > 0) : places;
}

interface Claim {
  readonly count: number;
  readonly size: number;
  readonly at: number;
  /** Where the directory must end. */
  readonly before: number;
}

async function placeOf(
  access: RandomAccess,
  record: Buffer,
  offset: number,
  end: number,
): Promise<DirectoryPlace | 'parts' | undefined> {
  const claim = await claimOf(access, record, offset);
  if (claim === undefined || claim === 'parts') return claim;
  const { count, size, before } = claim;
  const start = before - size;
  if (size === 0 && count === 0) return { at: before, size, count, shift: 0, end };
  if (start >= claim.at && (await isRecord(access, start)))
    return { at: start, size, count, shift: start - claim.at, end };
  // Something may stand between the directory and its end record.
  if (claim.at + size <= before && (await isRecord(access, claim.at)))
    return { at: claim.at, size, count, shift: 0, end };
  return undefined;
}

async function claimOf(
  access: RandomAccess,
  record: Buffer,
  offset: number,
): Promise<Claim | 'parts' | undefined> {
  const disk = record.readUInt16LE(4);
  const count = record.readUInt16LE(10);
  const size = record.readUInt32LE(12);
  const at = record.readUInt32LE(16);
  if (count === FULL_16 || size === FULL_32 || at === FULL_32 || disk === FULL_16) {
    const wide = await wideClaim(access, offset);
    if (wide) return wide;
  }
  if (disk !== 0 || record.readUInt16LE(6) !== 0 || record.readUInt16LE(8) !== count) return 'parts';
  return { count, size, at, before: offset };
}

/** The record of zip64, found by its locator, or right before it where bytes in front have moved it. */
async function wideClaim(access: RandomAccess, offset: number): Promise<Claim | 'parts' | undefined> {
  if (offset < LOCATOR_BYTES) return undefined;
  const locator = Buffer.from(await access.read(offset - LOCATOR_BYTES, LOCATOR_BYTES));
  if (locator.readUInt32LE(0) !== LOCATOR) return undefined;
  if (locator.readUInt32LE(16) > 1) return 'parts';
  const named = Number(locator.readBigUInt64LE(8));
  for (const at of [named, offset - LOCATOR_BYTES - WIDE_END_BYTES]) {
    if (at < 0 || at + WIDE_END_BYTES > offset) continue;
    const wide = await access.read(at, WIDE_END_BYTES);
    if (wide.length < WIDE_END_BYTES || wide.readUInt32LE(0) !== WIDE_END) continue;
    return {
      count: Number(wide.readBigUInt64LE(32)),
      size: Number(wide.readBigUInt64LE(40)),
      at: Number(wide.readBigUInt64LE(48)),
      before: at,
    };
  }
  return undefined;
}

async function isRecord(access: RandomAccess, at: number): Promise<boolean> {
  const mark = await access.read(at, 4);
  return mark.length === 4 && mark.readUInt32LE(0) === CENTRAL_RECORD;
}
