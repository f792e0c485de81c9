const BLOCK = 512;

/** One header as its writer would make it, or as nobody would. */
export interface TarBlock {
  readonly name?: string | Uint8Array;
  /** Kind of the entry: `0` is a file. */
  readonly type?: string;
  /** A number is written in octal, bytes as they are. */
  readonly size?: number | Uint8Array;
  readonly modified?: number | Uint8Array;
  readonly link?: string;
  readonly magic?: 'ustar' | 'gnu' | 'none';
  readonly prefix?: string;
  /** Bytes at other places, as those of GNU's sparse maps. */
  readonly at?: Readonly<Record<number, string>>;
}

const MAGIC = { ustar: 'ustar\x0000', gnu: 'ustar  \0', none: '' };
const DEFAULT_SECONDS = 1_760_000_000;

export function tarHeader(block: TarBlock): Buffer {
  const { name = 'file', type = '0', size = 0, modified = DEFAULT_SECONDS, magic = 'ustar' } = block;
  const header = Buffer.alloc(BLOCK);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write('0000644\x000000000\x000000000\0', 100, 'latin1');
  writeNumber(header, size, 124);
  writeNumber(header, modified, 136);
  header.write(type, 156, 'latin1');
  header.write(block.link ?? '', 157, 100, 'utf8');
  header.write(MAGIC[magic], 257, 'latin1');
  header.write(block.prefix ?? '', 345, 155, 'utf8');
  for (const [at, text] of Object.entries(block.at ?? {})) header.write(text, Number(at), 'latin1');
  return withChecksum(header);
}

/** The sum of all bytes, its own field counted as spaces. */
export function withChecksum(header: Buffer): Buffer {
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** A header and its body, padded. */
export function tarEntry(block: TarBlock, content: string | Uint8Array = ''): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([tarHeader({ size: bytes.length, ...block }), padded(bytes)]);
}

/** Records in front of the next entry, or of all that follow where `type` is `g`. */
export function paxEntry(records: readonly (readonly [string, string])[], type = 'x'): Buffer {
  const body = records.map(([key, value]) => paxRecord(key, value)).join('');
  return tarEntry({ name: 'PaxHeaders/x', type }, body);
}

/** A name of GNU's kind: `L` for the entry's own, `K` for a link's target. */
export function longEntry(type: 'L' | 'K', name: string): Buffer {
  return tarEntry({ name: '././@LongLink', type, magic: 'gnu' }, `${name}\0`);
}

export function padded(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}

export const END_MARK = Buffer.alloc(2 * BLOCK);

export function tarFile(...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat([...parts, END_MARK]);
}

/** Eleven octal digits and a zero byte, as in a header's numbers. */
export function octal(value: number): string {
  return `${value.toString(8).padStart(11, '0')}\0`;
}

/** Twelve bytes of two's complement, the first bit set. */
export function base256(value: bigint): Buffer {
  const bytes = Buffer.alloc(12);
  let rest = value;
  for (let at = 11; at >= 0; at--, rest >>= 8n) bytes[at] = Number(rest & 0xffn);
  bytes[0] = (bytes[0] ?? 0) | 0x80;
  return bytes;
}

// 30 path=a/very/long/name\n: the length counts itself
function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  const length = rest + String(rest + String(rest).length).length;
  return `${length} ${key}=${value}\n`;
}

function writeNumber(header: Buffer, value: number | Uint8Array, at: number): void {
  if (typeof value === 'number') header.write(octal(value), at, 'latin1');
  else Buffer.from(value).copy(header, at, 0, 12);
}
