import { crc32, deflateRawSync } from 'node:zlib';

/** One member as its writer would make it, or as nobody would. */
export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** Default: deflated (8). */
  readonly method?: number;
  /** The packed bytes, where they are not what `method` would make of the content. */
  readonly packed?: Uint8Array;
  /** Default: names are UTF-8. */
  readonly flags?: number;
  /** Sizes and checksum stand behind the data: with a mark, without one, with sizes of eight bytes. */
  readonly described?: 'marked' | 'bare' | 'wide';
  /** Both headers have their sizes in a field of zip64. */
  readonly wide?: boolean;
  readonly extra?: Uint8Array;
  /** System and version that made it; 3 is Unix. */
  readonly system?: number;
  readonly mode?: number;
  readonly dosDate?: number;
  readonly crc?: number;
  /** What the directory says instead. */
  readonly named?: Partial<Pick<ZipPart, 'name' | 'crc'>> & {
    readonly at?: number;
    readonly packedSize?: number;
    readonly size?: number;
  };
  /** Left out of the directory. */
  readonly hidden?: boolean;
}

export interface ZipFileOptions {
  readonly comment?: string | Uint8Array;
  /** Bytes in front of the archive; the offsets in it do not count them. */
  readonly prefix?: Uint8Array;
  /** Bytes between the members and the directory. */
  readonly gap?: Uint8Array;
  /** The directory is found by records of zip64. */
  readonly wide?: boolean;
  /** The order of the directory, by index; that of the members where left out. */
  readonly order?: readonly number[];
  /** Number of members that the end record claims. */
  readonly count?: number;
  readonly disk?: number;
}

export const UTF8 = 0x800;
const DOS_DATE = ((2026 - 1980) << 9) | (1 << 5) | 15;
const DOS_TIME = 12 << 11;
const FULL_32 = 0xffffffff;

/** Members, directory and end record. */
export function zipFile(parts: readonly ZipPart[], options: ZipFileOptions = {}): Buffer {
  const { prefix = Buffer.alloc(0), gap = Buffer.alloc(0), order } = options;
  const locals: Buffer[] = [];
  const records: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const local = localPart(part);
    locals.push(local);
    if (!part.hidden) records.push(centralPart(part, at));
    at += local.length;
  }
  const directory = Buffer.concat(order ? order.map((index) => records[index] ?? gap) : records);
  const start = at + gap.length;
  return Buffer.concat([
    prefix,
    ...locals,
    gap,
    directory,
    endPart(records.length, directory, start, options),
  ]);
}

/** The header before the data, the data, and what stands behind them. */
export function localPart(part: ZipPart): Buffer {
  const { described } = part;
  const name = Buffer.from(part.name);
  const extra = extraOf(part);
  const data = packedOf(part);
  const mark = Buffer.from('PK\x03\x04', 'latin1');
  return Buffer.concat([
    mark,
    sharedFields(part, name, extra, described !== undefined),
    name,
    extra,
    data,
    described ? descriptorOf(part, described) : Buffer.alloc(0),
  ]);
}

export function centralPart(part: ZipPart, offset: number): Buffer {
  const { named = {}, system = 3, mode = 0o100644 } = part;
  const name = Buffer.from(named.name ?? part.name);
  const extra = extraOf(part);
  const fields = sharedFields(
    { ...part, ...(named.crc === undefined ? {} : { crc: named.crc }) },
    name,
    extra,
    false,
  );
  if (named.packedSize !== undefined) fields.writeUInt32LE(named.packedSize, 14);
  if (named.size !== undefined) fields.writeUInt32LE(named.size, 18);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(system === 3 ? mode * 0x10000 : mode, 6);
  rest.writeUInt32LE(named.at ?? offset, 10);
  return Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    Buffer.from([20, system]),
    fields,
    rest,
    name,
    extra,
  ]);
}

/** The record at the end, its comment behind it. */
export function endRecord(
  count: number,
  size: number,
  at: number,
  comment: string | Uint8Array = '',
  disk = 0,
): Buffer {
  const bytes = Buffer.from(comment);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(disk, 4);
  end.writeUInt16LE(disk, 6);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(bytes.length, 20);
  return Buffer.concat([end, bytes]);
}

/** A field of a header: id, length, value. */
export function extraField(id: number, value: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(value.length, 2);
  return Buffer.concat([head, value]);
}

function endPart(count: number, directory: Buffer, start: number, options: ZipFileOptions): Buffer {
  const { comment, wide, disk } = options;
  const claimed = options.count ?? count;
  if (!wide) return endRecord(claimed, directory.length, start, comment, disk);
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 0, 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(claimed), 24);
  record.writeBigUInt64LE(BigInt(claimed), 32);
  record.writeBigUInt64LE(BigInt(directory.length), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, endRecord(0xffff, FULL_32, FULL_32, comment)]);
}

/** Version, flags, method, time, checksum, sizes, lengths: alike in both headers. */
function sharedFields(part: ZipPart, name: Buffer, extra: Buffer, isBlank: boolean): Buffer {
  const { method = 8, flags = UTF8, described, wide, dosDate = DOS_DATE } = part;
  const content = Buffer.from(part.content ?? '');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags | (described ? 8 : 0), 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(DOS_TIME, 6);
  fields.writeUInt16LE(dosDate, 8);
  if (!isBlank) {
    fields.writeUInt32LE(part.crc ?? crc32(content), 10);
    fields.writeUInt32LE(wide ? FULL_32 : packedOf(part).length, 14);
    fields.writeUInt32LE(wide ? FULL_32 : content.length, 18);
  }
  fields.writeUInt16LE(name.length, 22);
  fields.writeUInt16LE(extra.length, 24);
  return fields;
}

function extraOf(part: ZipPart): Buffer {
  const extra = Buffer.from(part.extra ?? '');
  if (!part.wide) return extra;
  const sizes = Buffer.alloc(16);
  sizes.writeBigUInt64LE(BigInt(Buffer.from(part.content ?? '').length), 0);
  sizes.writeBigUInt64LE(BigInt(packedOf(part).length), 8);
  return Buffer.concat([extraField(1, sizes), extra]);
}

function packedOf({ content = '', method = 8, packed }: ZipPart): Buffer {
  const bytes = Buffer.from(content);
  if (packed) return Buffer.from(packed);
  return method === 8 ? deflateRawSync(bytes) : bytes;
}

function descriptorOf(part: ZipPart, form: 'marked' | 'bare' | 'wide'): Buffer {
  const content = Buffer.from(part.content ?? '');
  const wide = form === 'wide' ? 8 : 4;
  const fields = Buffer.alloc(4 + 2 * wide);
  fields.writeUInt32LE(part.crc ?? crc32(content), 0);
  fields.writeUInt32LE(packedOf(part).length, 4);
  fields.writeUInt32LE(content.length, 4 + wide);
  return form === 'bare' ? fields : Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), fields]);
}
