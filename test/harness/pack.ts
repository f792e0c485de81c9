import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** What a test or a sample puts into an archive. A path that ends in '/' is a folder. */
export interface PackedFile {
  readonly path: string;
  readonly content?: string | Uint8Array;
  /** Makes it a symbolic link to this target. */
  readonly link?: string;
  /** Tar only: its own time. */
  readonly modified?: Date;
}

export interface PackOptions {
  /** Time of every entry; the same input gives the same archive. */
  readonly modified?: Date;
  /** Zip only: keep contents as they are. */
  readonly stored?: boolean;
}

const DEFAULT_TIME = new Date('2026-01-15T12:00:00Z');
const BLOCK = 512;

/** A tar in ustar form, in the order given; names beyond 100 bytes go into a PAX record. */
export function tarOf(files: readonly PackedFile[], { modified = DEFAULT_TIME }: PackOptions = {}): Buffer {
  const blocks = files.flatMap((file) => tarEntry(file, file.modified ?? modified));
  return Buffer.concat([...blocks, TAR_END]);
}

/** What ends a tar. */
export const TAR_END: Buffer = Buffer.alloc(2 * BLOCK);

/** A gzip member without a name and without a time. */
export function gzipOf(content: string | Uint8Array): Buffer {
  return gzipSync(content, { level: 9 });
}

/** A zip with Unix modes, in the order given. */
export function zipOf(files: readonly PackedFile[], options: PackOptions = {}): Buffer {
  const { modified = DEFAULT_TIME, stored = false } = options;
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const member = zipMember(file, modified, stored);
    locals.push(member.local);
    directory.push(member.central(offset));
    offset += member.local.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...locals, central, endOfDirectory(files.length, central.length, offset)]);
}

/** The blocks of one entry of a tar. */
export function tarEntry(file: PackedFile, modified: Date): readonly Buffer[] {
  const { path, link } = file;
  const content = bytesOf(file);
  const type = link !== undefined ? '2' : path.endsWith('/') ? '5' : '0';
  const long = [
    ...(Buffer.byteLength(path) > 100 ? [paxRecord('path', path)] : []),
    ...(Buffer.byteLength(link ?? '') > 100 ? [paxRecord('linkpath', link ?? '')] : []),
  ].join('');
  const header = tarHeader({ path, type, size: content.length, link: link ?? '', modified });
  const entry = [header, content, padding(content.length)];
  if (long === '') return entry;
  const records = Buffer.from(long);
  const paxHeader = tarHeader({ path: 'PaxHeader', type: 'x', size: records.length, link: '', modified });
  return [paxHeader, records, padding(records.length), ...entry];
}

interface TarHeader {
  readonly path: string;
  readonly type: string;
  readonly size: number;
  readonly link: string;
  readonly modified: Date;
}

function tarHeader({ path, type, size, link, modified }: TarHeader): Buffer {
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number): void => {
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1');
  };
  header.write(path, 0, 100, 'utf8');
  octal(type === '5' ? 0o755 : type === '2' ? 0o777 : 0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(Math.floor(modified.getTime() / 1000), 136, 12);
  header.fill(' ', 148, 156);
  header.write(type, 156, 'latin1');
  header.write(link, 157, 100, 'utf8');
  header.write('ustar\x0000root', 257, 'latin1');
  header.write('root', 297, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

// 30 path=a/very/long/name\n: the length counts itself
function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  const length = rest + String(rest + String(rest).length).length;
  return `${length} ${key}=${value}\n`;
}

function padding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

interface ZipMember {
  readonly local: Buffer;
  central(offset: number): Buffer;
}

function zipMember(file: PackedFile, modified: Date, stored: boolean): ZipMember {
  const raw = file.link === undefined ? bytesOf(file) : Buffer.from(file.link);
  const isDeflated = !stored && raw.length > 0;
  const data = isDeflated ? deflateRawSync(raw, { level: 9 }) : raw;
  const name = Buffer.from(file.path);
  const extra = extendedTime(modified);
  // What the local header and the directory say alike: version needed, flags (names are UTF-8), …
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(0x800, 2);
  shared.writeUInt16LE(isDeflated ? 8 : 0, 4);
  shared.writeUInt32LE(dosTime(modified), 6);
  shared.writeUInt32LE(crc32(raw), 10);
  shared.writeUInt32LE(data.length, 14);
  shared.writeUInt32LE(raw.length, 18);
  shared.writeUInt16LE(name.length, 22);
  shared.writeUInt16LE(extra.length, 24);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, extra, data]),
    central(offset) {
      const made = Buffer.from([20, 3]); // by zip 2.0 on Unix
      const rest = Buffer.alloc(14);
      rest.writeUInt32LE(unixMode(file) * 0x10000, 6);
      rest.writeUInt32LE(offset, 10);
      return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, shared, rest, name, extra]);
    },
  };
}

function unixMode({ path, link }: PackedFile): number {
  if (link !== undefined) return 0o120777;
  return path.endsWith('/') ? 0o040755 : 0o100644;
}

/** Two-second steps since 1980, here in UTC; the extra field says the time exactly. */
function dosTime(at: Date): number {
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return date * 0x10000 + time;
}

/** Info-ZIP's "UT" field with the time of last change in seconds. */
function extendedTime(at: Date): Buffer {
  const field = Buffer.alloc(9);
  field.write('UT', 0, 'latin1');
  field.writeUInt16LE(5, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(Math.floor(at.getTime() / 1000), 5);
  return field;
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function bytesOf({ content = '' }: PackedFile): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
}
