import { zstdCompressSync } from 'node:zlib';

/** One entry of a journal that a test makes. */
export interface JournalEntry {
  /** Microseconds since 1970. */
  readonly at: number;
  /** In the order in which they are written; a name may come twice. */
  readonly fields: readonly (readonly [name: string, value: string | Buffer])[];
}

export interface JournalOptions {
  /** The layout of systemd 252 and later. */
  readonly compact?: boolean;
  /** Packs fields of more than 64 bytes; `xz` takes what packs them, for Node cannot. */
  readonly pack?: 'zstd' | 'lz4' | ((content: Buffer) => Buffer);
  /** Entries in the first array; each further array holds twice as many. */
  readonly firstArray?: number;
  /** Bytes behind the last object that are kept for later ones. */
  readonly spareBytes?: number;
  /** As of a journal that is being written. */
  readonly online?: boolean;
}

const HEADER_BYTES = 272;
const TYPE = { data: 1, field: 2, entry: 3, dataHash: 4, fieldHash: 5, entryArray: 6 } as const;
const PACK_FLAGS = { xz: 1, lz4: 2, zstd: 4 } as const;
const PACKED_FROM = 64;
const BUCKETS = 16;

/**
 * Writes a journal as systemd does, of objects that point at each other, without hashes that are worth looking up:
 * whoever goes from entry to entry finds everything.
 */
export function journalOf(entries: readonly JournalEntry[], options: JournalOptions = {}): Buffer {
  const writer = new Writer(options);
  for (const entry of entries) writer.entry(entry);
  return writer.end();
}

class Writer {
  readonly #options: JournalOptions;
  readonly #parts: Buffer[] = [];
  readonly #data = new Map<string, number>();
  readonly #header = Buffer.alloc(HEADER_BYTES);
  readonly #array: { at: number; object: Buffer; used: number; room: number } = {
    at: 0,
    object: Buffer.alloc(0),
    used: 0,
    room: 0,
  };
  #at = HEADER_BYTES;
  #objects = 0;
  #entries = 0;
  #arrays = 0;
  #tail = 0;

  constructor(options: JournalOptions) {
    this.#options = options;
    const header = this.#header;
    header.write('LPKSHHRH', 0, 'latin1');
    header.writeUInt32LE(this.#features(), 12);
    header[16] = options.online ? 1 : 0;
    header.fill(0x11, 24, 40);
    header.fill(0x22, 40, 56);
    header.fill(0x33, 56, 72);
    header.fill(0x11, 72, 88);
    word(header, HEADER_BYTES, 88);
    for (const [type, at] of [
      [TYPE.fieldHash, 120],
      [TYPE.dataHash, 104],
    ] as const) {
      const table = this.#add(object(type, 16 + BUCKETS * 16));
      word(header, table + 16, at);
      word(header, BUCKETS * 16, at + 8);
    }
  }

  entry({ at, fields }: JournalEntry): void {
    const items = fields.map(([name, value]) =>
      this.#dataAt(Buffer.concat([Buffer.from(`${name}=`), Buffer.from(value)])),
    );
    const { compact = false } = this.#options;
    const entry = object(TYPE.entry, 64 + items.length * (compact ? 4 : 16));
    this.#entries++;
    word(entry, this.#entries, 16);
    word(entry, at, 24);
    word(entry, this.#entries, 32);
    entry.fill(0x33, 40, 56);
    items.forEach((item, index) => {
      if (compact) entry.writeUInt32LE(item, 64 + index * 4);
      else word(entry, item, 64 + index * 16);
    });
    const offset = this.#add(entry);
    if (this.#entries === 1) word(this.#header, at, 184);
    word(this.#header, at, 192);
    this.#link(offset);
  }

  end(): Buffer {
    const header = this.#header;
    const spare = Buffer.alloc(this.#options.spareBytes ?? 4096);
    word(header, this.#at - HEADER_BYTES + spare.length, 96);
    word(header, this.#tail, 136);
    for (const [at, value] of [
      [144, this.#objects],
      [152, this.#entries],
      [160, this.#entries],
      [168, 1],
      [208, this.#data.size],
      [232, this.#arrays],
    ] as const) {
      word(header, value, at);
    }
    return Buffer.concat([header, ...this.#parts, spare]);
  }

  #features(): number {
    const { pack, compact = false } = this.#options;
    const packed = pack === undefined ? 0 : pack === 'zstd' ? 8 : pack === 'lz4' ? 2 : 1;
    return packed + 4 + (compact ? 16 : 0);
  }

  #dataAt(content: Buffer): number {
    const key = content.toString('latin1');
    const known = this.#data.get(key);
    if (known !== undefined) return known;
    const head = this.#options.compact ? 72 : 64;
    const { flags, bytes } = this.#packed(content);
    const data = object(TYPE.data, head + bytes.length);
    data[1] = flags;
    bytes.copy(data, head);
    const at = this.#add(data);
    this.#data.set(key, at);
    return at;
  }

  #packed(content: Buffer): { readonly flags: number; readonly bytes: Buffer } {
    const { pack } = this.#options;
    if (pack === undefined || content.length <= PACKED_FROM) return { flags: 0, bytes: content };
    if (pack === 'zstd') return { flags: PACK_FLAGS.zstd, bytes: zstdCompressSync(content) };
    if (pack !== 'lz4') return { flags: PACK_FLAGS.xz, bytes: pack(content) };
    const length = Buffer.alloc(8);
    word(length, content.length, 0);
    return { flags: PACK_FLAGS.lz4, bytes: Buffer.concat([length, lz4Block(content)]) };
  }

  /** Puts an entry into the last array, or into a new one behind it. */
  #link(entry: number): void {
    const array = this.#array;
    const itemBytes = this.#options.compact ? 4 : 8;
    if (array.used === array.room) {
      array.room = array.room === 0 ? (this.#options.firstArray ?? 4) : array.room * 2;
      const next = object(TYPE.entryArray, 24 + array.room * itemBytes);
      const before = array.object;
      array.at = this.#add(next);
      array.object = this.#parts.at(-1) ?? next;
      array.used = 0;
      if (this.#arrays++ === 0) word(this.#header, array.at, 176);
      else word(before, array.at, 16);
    }
    const at = 24 + array.used++ * itemBytes;
    if (itemBytes === 4) array.object.writeUInt32LE(entry, at);
    else word(array.object, entry, at);
  }

  /** Returns where the object lies. Objects begin at multiples of eight. */
  #add(content: Buffer): number {
    const at = this.#at;
    const padded = Buffer.concat([content, Buffer.alloc((8 - (content.length % 8)) % 8)]);
    this.#parts.push(padded);
    this.#at += padded.length;
    this.#objects++;
    this.#tail = at;
    return at;
  }
}

function object(type: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes[0] = type;
  word(bytes, size, 8);
  return bytes;
}

function word(bytes: Buffer, value: number, at: number): void {
  bytes.writeBigUInt64LE(BigInt(value), at);
}

/** A block of LZ4 as a plain packer makes it: the last five bytes are never part of a repetition. */
export function lz4Block(content: Buffer): Buffer {
  const parts: Buffer[] = [];
  const seen = new Map<string, number>();
  let from = 0;
  let at = 0;
  while (at < content.length - 12) {
    const key = content.toString('latin1', at, at + 4);
    const before = seen.get(key);
    seen.set(key, at);
    if (before === undefined || at - before > 0xffff) {
      at++;
      continue;
    }
    let length = 4;
    while (at + length < content.length - 5 && content[before + length] === content[at + length]) length++;
    parts.push(lz4Pair(content.subarray(from, at), { distance: at - before, length }));
    at += length;
    from = at;
  }
  return Buffer.concat([...parts, lz4Pair(content.subarray(from))]);
}

function lz4Pair(literals: Buffer, again?: { readonly distance: number; readonly length: number }): Buffer {
  const more = again ? again.length - 4 : 0;
  const token = (Math.min(15, literals.length) << 4) | Math.min(15, more);
  const distance = again ? [again.distance & 0xff, again.distance >> 8] : [];
  return Buffer.concat([
    Buffer.of(token, ...lz4Length(literals.length)),
    literals,
    Buffer.of(...distance, ...(again ? lz4Length(more) : [])),
  ]);
}

function lz4Length(length: number): readonly number[] {
  if (length < 15) return [];
  const rest = length - 15;
  return [...new Array<number>(Math.floor(rest / 255)).fill(255), rest % 255];
}
