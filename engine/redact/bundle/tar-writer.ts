import { nameBytes, type ArchiveWriter, type WrittenEntry } from './archive-writer.ts';
import type { Output, Spool } from './spool.ts';

const BLOCK = 512;
const MOST_NAME = 100;
const MOST_SIZE = 0o77777777777;
const TYPES = { file: '0', folder: '5', link: '2', hardLink: '1' } as const;
const ZEROS = Buffer.alloc(2 * BLOCK);

/** A tar in ustar form; what does not fit into a header goes into a PAX record before it. Owners are left out. */
export class TarWriter implements ArchiveWriter {
  readonly #output: Output;

  constructor(output: Output) {
    this.#output = output;
  }

  add({ name, kind, modified = 0, linkTarget = '', hardLink }: WrittenEntry, content?: Spool): boolean {
    const path = nameBytes(kind === 'folder' && !name.endsWith('/') ? `${name}/` : name);
    const target = nameBytes(linkTarget);
    const size = content?.size ?? 0;
    const seconds = modified / 1000;
    const records = Buffer.concat([
      ...(path.length > MOST_NAME ? [paxRecord('path', path)] : []),
      ...(target.length > MOST_NAME ? [paxRecord('linkpath', target)] : []),
      ...(size > MOST_SIZE ? [paxRecord('size', Buffer.from(String(size)))] : []),
      ...(fitsTime(seconds) ? [] : [paxRecord('mtime', Buffer.from(String(seconds)))]),
    ]);
    if (records.length > 0) {
      this.#output.write(header(Buffer.from('PaxHeader'), 'x', records.length, 0, Buffer.alloc(0)));
      this.#padded(records);
    }
    const type = hardLink ? TYPES.hardLink : TYPES[kind];
    this.#output.write(header(path, type, Math.min(size, MOST_SIZE), seconds, target));
    content?.copyTo(this.#output);
    this.#output.write(ZEROS.subarray(0, -size & (BLOCK - 1)));
    return true;
  }

  end(): void {
    this.#output.write(ZEROS);
  }

  #padded(bytes: Buffer): void {
    this.#output.write(bytes);
    this.#output.write(ZEROS.subarray(0, -bytes.length & (BLOCK - 1)));
  }
}

function fitsTime(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= MOST_SIZE;
}

const MODES = { '0': 0o644, '1': 0o644, '2': 0o777, '5': 0o755, x: 0o644 } as const;

function header(
  path: Buffer,
  type: keyof typeof MODES,
  size: number,
  seconds: number,
  target: Buffer,
): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number): void => {
    block.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  };
  path.copy(block, 0, 0, MOST_NAME);
  octal(MODES[type], 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(fitsTime(seconds) ? seconds : 0, 136, 12);
  block.fill(' ', 148, 156);
  block.write(type, 156, 'latin1');
  target.copy(block, 157, 0, MOST_NAME);
  block.write('ustar\x0000', 257, 'latin1');
  let sum = 0;
  for (const byte of block) sum += byte;
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

// 30 path=a/very/long/name\n: the length counts itself
function paxRecord(key: string, value: Buffer): Buffer {
  const rest = Buffer.byteLength(` ${key}=`) + value.length + 1;
  let length = rest + 1;
  while (String(length).length + rest > length) length = String(length).length + rest;
  return Buffer.concat([Buffer.from(`${length} ${key}=`), value, Buffer.from('\n')]);
}
