import { crc32 } from 'node:zlib';

import { nameBytes, type ArchiveWriter, type WrittenEntry } from './archive-writer.ts';
import type { Output, Spool } from './spool.ts';

const MOST_BYTES = 0xffffffff;
const MOST_MEMBERS = 0xffff;
const MODES = { file: 0o100644, folder: 0o040755, link: 0o120777 } as const;

/** A zip of stored members: it lies in an archive that packs all of it. */
export class ZipWriter implements ArchiveWriter {
  readonly #output: Output;
  readonly #directory: Buffer[] = [];
  #directoryBytes = 0;
  #offset = 0;

  constructor(output: Output) {
    this.#output = output;
  }

  add({ name, kind, modified = 0, linkTarget = '' }: WrittenEntry, content?: Spool): boolean {
    const path = nameBytes(kind === 'folder' && !name.endsWith('/') ? `${name}/` : name);
    const target = kind === 'link' ? nameBytes(linkTarget) : Buffer.alloc(0);
    const size = content?.size ?? target.length;
    const fits = this.#offset + size + path.length + 1024 < MOST_BYTES && path.length < 0xffff;
    if (!fits || this.#directory.length >= MOST_MEMBERS - 1) {
      content?.close();
      return false;
    }
    const time = timeField(modified);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x800, 2);
    shared.writeUInt32LE(dosTime(modified), 6);
    shared.writeUInt32LE(content?.crc ?? crc32(target), 10);
    shared.writeUInt32LE(size, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(path.length, 22);
    shared.writeUInt16LE(time.length, 24);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(MODES[kind] * 0x10000, 6);
    rest.writeUInt32LE(this.#offset, 10);
    const made = Buffer.of(0x50, 0x4b, 1, 2, 20, 3);
    const row = Buffer.concat([made, shared, rest, path, time]);
    this.#directory.push(row);
    this.#directoryBytes += row.length;
    this.#write(Buffer.concat([Buffer.of(0x50, 0x4b, 3, 4), shared, path, time, target]));
    this.#offset += content?.size ?? 0;
    content?.copyTo(this.#output);
    return true;
  }

  end(): void {
    const start = this.#offset;
    for (const row of this.#directory) this.#write(row);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 0, 'latin1');
    end.writeUInt16LE(this.#directory.length, 8);
    end.writeUInt16LE(this.#directory.length, 10);
    end.writeUInt32LE(this.#directoryBytes, 12);
    end.writeUInt32LE(start, 16);
    this.#write(end);
  }

  #write(bytes: Buffer): void {
    this.#offset += bytes.length;
    this.#output.write(bytes);
  }
}

/** Two-second steps since 1980; the field of seconds says the time exactly. */
function dosTime(modified: number): number {
  const at = new Date(Math.max(modified, Date.UTC(1980, 0, 1)));
  const year = Math.min(at.getUTCFullYear() - 1980, 127);
  const date = (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return date * 0x10000 + time;
}

/** Info-ZIP's "UT" field with the time of last change in seconds. */
function timeField(modified: number): Buffer {
  const field = Buffer.alloc(9);
  field.write('UT', 0, 'latin1');
  field.writeUInt16LE(5, 2);
  field.writeUInt8(1, 4);
  field.writeInt32LE(Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.floor(modified / 1000))), 5);
  return field;
}
