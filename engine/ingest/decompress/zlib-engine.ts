import type { Transform } from 'node:stream';

import type { ByteReader } from '../byte-reader.ts';

/** Larger chunks than the default halve the time: fewer crossings between the pool and this thread. */
export const CHUNK = 512 * 1024;
/** Bytes that are fed at once: at first few, for what one piece had unpacked is lost when it turns out damaged. */
const FIRST_PIECE = 4 * 1024;
const MOST_PIECE = 64 * 1024;

/** A stream of node:zlib; it counts the packed bytes that it has used. */
export interface ZlibEngine extends Transform {
  readonly bytesWritten: number;
}

/**
 * Runs packed bytes through an engine to the end of its format, and leaves the reader right behind it. Unpacking goes
 * on in the pool while the last chunk is worked on.
 */
export async function* through(engine: ZlibEngine, packed: ByteReader): AsyncGenerator<Uint8Array, void> {
  let wake = (): void => undefined;
  engine.once('close', () => wake());
  const feeding = feed();
  try {
    // What a zlib stream gives are buffers.
    for await (const chunk of engine as AsyncIterable<Uint8Array>) yield chunk;
  } finally {
    engine.destroy();
    await feeding;
  }

  async function feed(): Promise<void> {
    try {
      while (!engine.destroyed && (await packed.fill(1))) {
        const used = engine.bytesWritten;
        await written(packed.peek(pieceSize(used)));
        packed.take(engine.bytesWritten - used);
      }
      if (!engine.destroyed) engine.end();
    } catch (error) {
      engine.destroy(error as Error);
    }
  }

  /** Resolves when the piece is used up, or the engine is at its end and takes no more. */
  function written(piece: Uint8Array): Promise<void> {
    return new Promise((resolve) => {
      if (engine.destroyed) return resolve();
      wake = resolve;
      engine.write(piece, () => resolve());
    });
  }
}

/** A sixteenth of what was used so far, within bounds: so little is lost by damage. */
function pieceSize(used: number): number {
  return Math.min(MOST_PIECE, Math.max(FIRST_PIECE, used >> 4));
}
