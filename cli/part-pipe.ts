import { writeSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { deserialize, serialize } from 'node:v8';

const STANDARD_OUTPUT = 1;
const LENGTH_BYTES = 4;

/*
 * Parts of an answer on their way from an engine to who prints them. The engine writes in the middle of its work, for
 * its sinks cannot wait, and the pipe holds it up where the terminal is slower: neither side ever holds more than a few.
 */

/** Called by the engine. False where nobody reads any more. */
export function givePart(part: unknown): boolean {
  const data = serialize(part);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(data.length);
  try {
    writeWhole(Buffer.concat([length, data]));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE' || code === 'ECONNRESET') return false;
    throw error;
  }
}

/** The parts that come out of a pipe, until the engine ends. Whoever leaves early closes it. */
export async function* partsIn<Part>(pipe: Readable): AsyncGenerator<Part> {
  let held = Buffer.alloc(0);
  // A pipe of bytes gives buffers.
  for await (const chunk of pipe as AsyncIterable<Buffer>) {
    held = Buffer.concat([held, chunk]);
    for (let end = endOfPart(held); end <= held.length; end = endOfPart(held)) {
      // The engine is ours: what it writes is of the protocol.
      yield deserialize(held.subarray(LENGTH_BYTES, end)) as Part;
      held = held.subarray(end);
    }
  }
}

function endOfPart(held: Buffer): number {
  return held.length < LENGTH_BYTES ? Infinity : LENGTH_BYTES + held.readUInt32LE();
}

/** Milliseconds after which a full pipe is tried again. */
const FULL_MILLISECONDS = 1;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Node may have made the pipe one that does not hold its writer up: then the writer waits here. */
function writeWhole(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(STANDARD_OUTPUT, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(sleeper, 0, 0, FULL_MILLISECONDS);
    }
  }
}
