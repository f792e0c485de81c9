import { zstdDecompressSync } from 'node:zlib';

import type { EntryPath } from '../../api/index.ts';
import { readerOf } from '../byte-reader.ts';
import type { IngestContext } from '../context.ts';
import { decompress } from '../decompress/decompress.ts';
import { FIELDS, type FieldName } from './entry-line.ts';
import { OBJECT, PACKED, type Layout } from './format.ts';
import { unpackLz4 } from './lz4.ts';
import type { Objects } from './objects.ts';
import type { Pages } from './pages.ts';

export interface FieldValue {
  readonly name: FieldName;
  readonly value: Buffer;
}

/** What a data object holds: one of the fields that a line is made of, another one, or nothing that can be read. */
export type DataField = FieldValue | 'other' | 'damaged';

/** Bytes of a field that are read; a core dump can be a field, a message of this length is none. */
const MOST_FIELD_BYTES = 8 * 1024 * 1024;
/** Data objects that are remembered: each value is written once and pointed at by all entries that have it. */
const MOST_REMEMBERED = 100_000;
/** A longer value is a message, which hardly comes again. */
const MOST_REMEMBERED_BYTES = 256;

/** Reads the fields that entries point at. */
export class DataFields {
  readonly #pages: Pages;
  readonly #objects: Objects;
  readonly #headBytes: number;
  readonly #entry: EntryPath;
  readonly #context: IngestContext;
  readonly #known = new Map<number, DataField>();

  constructor(
    pages: Pages,
    objects: Objects,
    { dataHeadBytes }: Layout,
    entry: EntryPath,
    context: IngestContext,
  ) {
    this.#pages = pages;
    this.#objects = objects;
    this.#headBytes = dataHeadBytes;
    this.#entry = entry;
    this.#context = context;
  }

  async at(offset: number): Promise<DataField> {
    const known = this.#known.get(offset);
    if (known !== undefined) return known;
    const field = await this.#read(offset);
    if (typeof field === 'string' || field.value.length <= MOST_REMEMBERED_BYTES)
      this.#remember(offset, field);
    return field;
  }

  #remember(offset: number, field: DataField): void {
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    // A copy: the value is a part of a whole page.
    this.#known.set(
      offset,
      typeof field === 'string' ? field : { ...field, value: Buffer.from(field.value) },
    );
  }

  async #read(offset: number): Promise<DataField> {
    const object = await this.#objects.ofType(OBJECT.data, offset);
    if (!object) return 'damaged';
    const at = offset + this.#headBytes;
    const length = object.size - this.#headBytes;
    if (object.flags === 0) {
      const head = await this.#pages.read(at, Math.min(length, LONGEST_NAME + 1));
      const name = nameOf(head);
      if (name === undefined) return 'other';
      const value = await this.#pages.read(
        at + name.length + 1,
        Math.min(length - name.length - 1, MOST_FIELD_BYTES),
      );
      return { name, value };
    }
    if (length > MOST_FIELD_BYTES) return 'other';
    const content = await this.#unpack(object.flags, await this.#pages.read(at, length));
    const name = content && nameOf(content);
    if (!content) return 'damaged';
    return name === undefined ? 'other' : { name, value: content.subarray(name.length + 1) };
  }

  async #unpack(flags: number, packed: Buffer): Promise<Buffer | undefined> {
    if (flags === PACKED.zstd) return unpackZstd(packed);
    if (flags === PACKED.lz4) {
      // Its length in eight bytes stands before the block.
      if (packed.length < 8) return undefined;
      const length = Number(packed.readBigUInt64LE(0));
      return length > MOST_FIELD_BYTES ? undefined : unpackLz4(packed.subarray(8), length);
    }
    return flags === PACKED.xz ? this.#unpackXz(packed) : undefined;
  }

  async #unpackXz(packed: Buffer): Promise<Buffer | undefined> {
    const reader = decompress('xz', readerOf(packed), this.#entry, this.#context);
    const parts: Buffer[] = [];
    let length = 0;
    for (let part = await reader.read(); part && length < MOST_FIELD_BYTES; part = await reader.read()) {
      parts.push(Buffer.from(part));
      length += part.length;
    }
    await reader.close();
    return reader.broken ? undefined : Buffer.concat(parts);
  }
}

function unpackZstd(packed: Buffer): Buffer | undefined {
  try {
    return zstdDecompressSync(packed, { maxOutputLength: MOST_FIELD_BYTES });
  } catch (error) {
    // What zlib refuses is the input's; anything else is a fault of ours.
    if (typeof (error as NodeJS.ErrnoException).code === 'string') return undefined;
    throw error;
  }
}

const NAMES: ReadonlyMap<string, FieldName> = new Map(FIELDS.map((name) => [name, name]));
const LONGEST_NAME = Math.max(...FIELDS.map((name) => name.length));
const EQUALS = 0x3d;

// PRIORITY=6
function nameOf(content: Buffer): FieldName | undefined {
  const equals = content.subarray(0, LONGEST_NAME + 1).indexOf(EQUALS);
  return equals === -1 ? undefined : NAMES.get(content.toString('latin1', 0, equals));
}
