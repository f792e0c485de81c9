import type { Transform } from 'node:stream';

/** Waits until a stream takes more, or is closed. */
export function drained(stream: Transform): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || !stream.writableNeedDrain) return resolve();
    stream.once('drain', resolve);
    stream.once('close', resolve);
  });
}
