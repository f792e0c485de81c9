import { mkdtemp, open, rmdir, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ByteReader } from './byte-reader.ts';
import type { IngestContext } from './context.ts';

/** Bytes that can be read at any place. */
export interface RandomAccess {
  readonly size: number;
  read(at: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** A file that is open already; whoever opened it closes it. */
export function fileAccess(file: FileHandle, size: number): RandomAccess {
  return { ...accessOf(file, size), close: () => Promise.resolve() };
}

/**
 * The whole of a stream, held in memory while it is small and in a spool beyond: a file in a private folder that
 * loses its name before the first byte is written. Undefined where the spool may not grow as large as it would.
 */
export async function heldAccess(
  reader: ByteReader,
  context: IngestContext,
): Promise<RandomAccess | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  let spool: FileHandle | undefined;
  for (let part = await reader.read(); part; part = await reader.read()) {
    context.count(0);
    const isLarge = size + part.length > context.limits.heldArchiveBytes;
    if (isLarge && size + part.length > context.limits.spoolBytes) {
      await spool?.close();
      return undefined;
    }
    if (!spool && isLarge) {
      spool = await namelessFile();
      await spool.write(Buffer.concat(parts));
      parts.length = 0;
    }
    if (spool) await spool.write(part);
    else parts.push(Buffer.from(part));
    size += part.length;
  }
  return spool ? accessOf(spool, size) : memoryAccess(Buffer.concat(parts));
}

const PIECE = 256 * 1024;

/** Reads on from a place; offsets are those of the whole. */
export function accessReader(access: RandomAccess, from: number, to: number): ByteReader {
  let at = from;
  const reader = new ByteReader(async () => {
    const part = await access.read(at, Math.min(PIECE, to - at));
    at += part.length;
    return part.length === 0 ? undefined : part;
  });
  reader.offset = from;
  return reader;
}

/** What follows `before` bytes that are gone, at the places where it lies in the whole; what is gone is zeros. */
export function behind(access: RandomAccess, before: number): RandomAccess {
  return {
    size: before + access.size,
    async read(at, length) {
      if (at >= before) return access.read(at - before, length);
      const gone = Buffer.alloc(Math.min(length, before - at));
      return gone.length < length ? Buffer.concat([gone, await access.read(0, length - gone.length)]) : gone;
    },
    close: () => access.close(),
  };
}

export function memoryAccess(bytes: Buffer): RandomAccess {
  return {
    size: bytes.length,
    read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)),
    close: () => Promise.resolve(),
  };
}

function accessOf(file: FileHandle, size: number): RandomAccess {
  return {
    size,
    async read(at, length) {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      return buffer.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}

async function namelessFile(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'bundlescope-'));
  const path = join(folder, '0');
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  await rmdir(folder);
  return file;
}
