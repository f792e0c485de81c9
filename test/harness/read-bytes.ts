import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import type { Problem } from '../../engine/api/index.ts';
import type { EntryHeader } from '../../engine/ingest/entry-sink.ts';
import { ingest } from '../../engine/ingest/ingest.ts';
import { DEFAULT_LIMITS, type Limits } from '../../engine/ingest/limits.ts';
import type { IngestEnd, Source } from '../../engine/ingest/source.ts';

/** All that reading an archive gave. Contents are Latin-1, one character a byte. */
export interface ReadBytes {
  readonly texts: Readonly<Record<string, string>>;
  /** Entries whose content was given, but not to its end. */
  readonly cut: readonly string[];
  readonly entries: readonly EntryHeader[];
  readonly problems: readonly Problem[];
  readonly end: IngestEnd;
}

export interface ReadOptions {
  readonly limits?: Partial<Limits>;
  /** Sizes of the pieces in which the bytes come; in one piece where left out. */
  readonly pieces?: number;
  readonly password?: string;
}

/** Reads an archive as it comes on standard input. */
export function readBytes(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadBytes> {
  const stream = Readable.from(piecesOf(bytes, options.pieces ?? bytes.length));
  return readSource({ kind: 'stream', name: 'standard input', stream }, options);
}

/** Reads a source and keeps everything. */
export async function readSource(source: Source, options: ReadOptions = {}): Promise<ReadBytes> {
  const { limits, password } = options;
  const texts: Record<string, string> = {};
  const entries: EntryHeader[] = [];
  const problems: Problem[] = [];
  const cut: string[] = [];
  let at = '';
  let parts: string[] = [];
  const end = await ingest(
    source,
    {
      begin(header) {
        entries.push(header);
        at = header.path;
        parts = [];
        return header.kind === 'file' && header.holds === undefined && header.unread === undefined;
      },
      chunk: (bytes) => parts.push(Buffer.from(bytes).toString('latin1')) > 0,
      end(state) {
        Object.defineProperty(texts, at, { value: parts.join(''), enumerable: true });
        if (state === 'cut') cut.push(at);
      },
      problem: (problem) => void problems.push(problem),
    },
    {
      limits: { ...DEFAULT_LIMITS, ...limits },
      ...(password === undefined ? {} : { password: Buffer.from(password) }),
    },
  );
  return { texts, cut, entries, problems, end };
}

function piecesOf(bytes: Uint8Array, length: number): readonly Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += length) pieces.push(Buffer.from(bytes.subarray(at, at + length)));
  return pieces;
}

/** Reads an archive as a file on disk, and a second time as a stream that is read forward. */
export async function readBothWays(
  bytes: Uint8Array,
  options: ReadOptions & { readonly name?: string } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'read-bytes-'));
  try {
    const path = join(folder, options.name ?? 'archive');
    writeFileSync(path, bytes);
    const file = await readSource({ kind: 'path', path }, options);
    const limits = { heldArchiveBytes: 0, ...options.limits };
    return { file, stream: await readBytes(bytes, { ...options, limits }) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
