import type { ZipMember } from './zip-member.ts';

const COLUMNS = 4;
const FIRST_ROOM = 64 * COLUMNS;

/** How what a directory says of a member agrees with what was read before its data. */
export type Agreement = 'same' | 'unseen' | 'other-name' | 'other-size' | 'other-checksum';

/** What was read of members, in the order in which they lie: four numbers each, for there may be a million. */
export class SeenMembers {
  #rows = new Float64Array(FIRST_ROOM);
  #named = new Uint8Array(FIRST_ROOM / COLUMNS);
  #count = 0;

  /** `packedSize` and `crc` as they turned out, where the header itself has none. */
  add({ at, nameCrc, packedSize, crc }: ZipMember): void {
    if ((this.#count + 1) * COLUMNS > this.#rows.length) this.#grow();
    this.#rows.set([at, nameCrc, packedSize, crc], this.#count * COLUMNS);
    this.#count++;
  }

  /** Compares a member that the directory names, and remembers that it does. */
  compare({ at, nameCrc, packedSize, crc, described }: ZipMember): Agreement {
    const index = this.#indexOf(at);
    if (index === -1) return 'unseen';
    this.#named[index] = 1;
    const row = index * COLUMNS;
    if (this.#rows[row + 1] !== nameCrc) return 'other-name';
    if (this.#rows[row + 2] !== packedSize) return 'other-size';
    // What stands behind the data was compared with the data.
    return described || this.#rows[row + 3] === crc ? 'same' : 'other-checksum';
  }

  /** Offsets of members that no directory has named. */
  unnamed(): readonly number[] {
    const offsets: number[] = [];
    for (let index = 0; index < this.#count; index++) {
      if (this.#named[index] === 0) offsets.push(this.#rows[index * COLUMNS] ?? 0);
    }
    return offsets;
  }

  #indexOf(at: number): number {
    let low = 0;
    let high = this.#count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#rows[middle * COLUMNS] ?? 0;
      if (found === at) return middle;
      if (found < at) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #grow(): void {
    const rows = new Float64Array(2 * this.#rows.length);
    rows.set(this.#rows);
    this.#rows = rows;
    const named = new Uint8Array(2 * this.#named.length);
    named.set(this.#named);
    this.#named = named;
  }
}
