import type { Problem } from '../../api/index.ts';
import { ByteReader } from '../byte-reader.ts';
import { IngestContext } from '../context.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { decompress, type Compression } from './decompress.ts';

export interface Unpacked {
  readonly bytes: Buffer;
  /** `code at offset: detail` of each problem. */
  readonly problems: readonly string[];
  /** Whether the stream broke off. */
  readonly broken: boolean;
}

/** Unpacks bytes that arrive in pieces, as a file or a tar would hand them over. */
export async function unpacked(
  compression: Compression,
  packed: Uint8Array,
  { limits = {}, pieces = 1000 }: { readonly limits?: Partial<Limits>; readonly pieces?: number } = {},
): Promise<Unpacked> {
  const problems: string[] = [];
  const sink = {
    begin: () => true,
    chunk: () => true,
    end: () => undefined,
    problem: ({ code, detail, at }: Problem) => void problems.push(`${code} at ${at?.offset}: ${detail}`),
  };
  const context = new IngestContext(sink, { limits: { ...DEFAULT_LIMITS, ...limits } });
  let at = 0;
  const source = new ByteReader(() => {
    const part = packed.subarray(at, (at += pieces));
    return Promise.resolve(part.length > 0 ? part : undefined);
  });
  const reader = decompress(compression, source, 'x', context);
  const parts: Buffer[] = [];
  for (let part = await reader.read(); part; part = await reader.read()) parts.push(Buffer.from(part));
  return { bytes: Buffer.concat(parts), problems, broken: reader.broken !== undefined };
}

/** Text of `lines` lines, each unlike the others. */
export function logOf(lines: number): Buffer {
  const line = (_: unknown, index: number): string =>
    `Jan 15 12:00:${index % 60} db-01 app[${(index * 7919) % 32768}]: request ${index * 31} took ${index % 977} ms\n`;
  return Buffer.from(Array.from({ length: lines }, line).join(''));
}
