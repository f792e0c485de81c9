import type { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';

import type { EntryPath } from '../api/index.ts';
import { ByteReader } from './byte-reader.ts';
import { IngestStop, type IngestContext } from './context.ts';

/** Larger chunks than the default halve the time: fewer crossings between the pool and this thread. */
const CHUNK = 512 * 1024;
const PIECE = 64 * 1024;

/** The content of a gzip stream, all members of it. Damage is noted; what came before it is given. */
export function gunzip(packed: ByteReader, entry: EntryPath, context: IngestContext): ByteReader {
  const start = packed.offset;
  const stream = createGunzip({ chunkSize: CHUNK });
  const { ratio, ratioFloorBytes } = context.limits;
  let expanded = 0;
  void feed();
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;

  return new ByteReader(async () => {
    try {
      const { value, done } = await chunks.next();
      if (done) return undefined;
      expanded += value.length;
      if (expanded > ratioFloorBytes && expanded > ratio * (packed.offset - start)) {
        context.note('limit-ratio', `Expands more than ${ratio} times; the rest was not read`, entry);
        stream.destroy();
        return undefined;
      }
      return value;
    } catch (error) {
      if (error instanceof IngestStop) throw error;
      const { code, message } = error as NodeJS.ErrnoException;
      const offset = packed.offset;
      if (code === 'Z_BUF_ERROR')
        context.note(
          'truncated',
          `The gzip stream ends early, after ${expanded} unpacked bytes`,
          entry,
          offset,
        );
      else if (/data check|length check/u.test(message)) {
        context.note('checksum-mismatch', `The gzip checksum does not match (${message})`, entry, offset);
      } else
        context.note(
          'damaged',
          `The gzip stream is damaged after ${expanded} unpacked bytes (${message})`,
          entry,
          offset,
        );
      throw error;
    }
  });

  /** Small pieces: after damage, what one piece had unpacked is lost. */
  async function feed(): Promise<void> {
    try {
      for (let part = await packed.read(PIECE); part; part = await packed.read(PIECE)) {
        if (stream.destroyed) return;
        // The bytes are only lent until the next read.
        if (!stream.write(Buffer.from(part))) await drained(stream);
      }
      if (!stream.destroyed) stream.end();
    } catch (error) {
      stream.destroy(error as Error);
    }
  }
}

/** Waits until a stream takes more, or is closed. */
export function drained(stream: Transform): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || !stream.writableNeedDrain) return resolve();
    stream.once('drain', resolve);
    stream.once('close', resolve);
  });
}
