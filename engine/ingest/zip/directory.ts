import type { RandomAccess } from '../random-access.ts';
import type { DirectoryPlace } from './end-record.ts';
import { CENTRAL_BYTES, CENTRAL_RECORD, centralLength, centralMember, type ZipMember } from './zip-member.ts';

/** Records are read in pieces of this size. */
const WINDOW = 256 * 1024;
const FIRST_ROOM = 256;
/** The offset stands in an extra field. */
const FULL_32 = 0xffffffff;

/**
 * The members that a directory names, in the order in which they lie. Of a million members it keeps two numbers
 * each; the records are read again as they are asked for.
 */
export class ZipDirectory {
  readonly #records: WindowedAccess;
  readonly #shift: number;
  #at = new Float64Array(FIRST_ROOM);
  #record = new Float64Array(FIRST_ROOM);
  /** Members in the order of their offsets, where the directory has another. */
  #order: Uint32Array | undefined;
  count = 0;

  private constructor(access: RandomAccess, shift: number) {
    this.#records = new WindowedAccess(access);
    this.#shift = shift;
  }

  /** Reads the offsets of all records, at most `most` of them. */
  static async read(access: RandomAccess, place: DirectoryPlace, most: number): Promise<ZipDirectory> {
    const directory = new ZipDirectory(access, place.shift);
    await directory.#readAll(place, most);
    return directory;
  }

  async member(index: number): Promise<ZipMember> {
    const record = this.#record[this.#order?.[index] ?? index] ?? 0;
    const fixed = await this.#records.read(record, CENTRAL_BYTES);
    return centralMember(await this.#records.read(record, centralLength(fixed)), this.#shift);
  }

  /** Offset of the local header of a member. */
  offsetOf(index: number): number {
    return this.#at[this.#order?.[index] ?? index] ?? 0;
  }

  async #readAll(place: DirectoryPlace, most: number): Promise<void> {
    const end = place.at + place.size;
    let sorted = true;
    for (let at = place.at; at + CENTRAL_BYTES <= end && this.count < most;) {
      const fixed = await this.#records.read(at, CENTRAL_BYTES);
      if (fixed.length < CENTRAL_BYTES || fixed.readUInt32LE(0) !== CENTRAL_RECORD) break;
      const length = centralLength(fixed);
      if (at + length > end) break;
      const offset = await this.#offsetIn(fixed, at, length);
      sorted &&= this.count === 0 || (this.#at[this.count - 1] ?? 0) <= offset;
      this.#add(offset, at);
      at += length;
    }
    if (!sorted) this.#sort();
  }

  async #offsetIn(fixed: Buffer, at: number, length: number): Promise<number> {
    const offset = fixed.readUInt32LE(42);
    if (offset !== FULL_32) return offset + this.#shift;
    return centralMember(await this.#records.read(at, length), this.#shift).at;
  }

  #add(at: number, record: number): void {
    if (this.count === this.#at.length) {
      this.#at = grown(this.#at);
      this.#record = grown(this.#record);
    }
    this.#at[this.count] = at;
    this.#record[this.count] = record;
    this.count++;
  }

  #sort(): void {
    const at = this.#at;
    const order = Uint32Array.from({ length: this.count }, (_, index) => index);
    this.#order = order.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
  }
}

function grown(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

/** Reads small pieces that lie close to each other by large ones. What it gives is valid until the next read. */
export class WindowedAccess {
  readonly #access: RandomAccess;
  #bytes: Buffer = Buffer.alloc(0);
  #from = 0;

  constructor(access: RandomAccess) {
    this.#access = access;
  }

  async read(at: number, length: number): Promise<Buffer> {
    const start = at - this.#from;
    if (start < 0 || start + length > this.#bytes.length) {
      this.#bytes = await this.#access.read(at, Math.max(WINDOW, length));
      this.#from = at;
      return this.#bytes.subarray(0, length);
    }
    return this.#bytes.subarray(start, start + length);
  }
}
