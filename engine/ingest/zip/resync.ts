import type { ByteReader } from '../byte-reader.ts';
import { bufferOf } from './local-header.ts';

const WINDOW = 64 * 1024;
const MARK_BYTES = 4;
const FIRST = Buffer.from('PK');
/** Third and fourth byte of a local header, a record of the directory, the record at the end. */
const MARKS = ['\u0003\u0004', '\u0001\u0002', '\u0005\u0006', '\u0006\u0006'];

/** Passes over bytes, one at least, up to the next mark of a zip; false where there is none. */
export async function resync(body: ByteReader): Promise<boolean> {
  body.take(1);
  while (await body.fill(MARK_BYTES)) {
    await body.fill(WINDOW);
    const bytes = bufferOf(body.peek(body.buffered));
    const found = markIn(bytes);
    body.take(found ?? bytes.length - (MARK_BYTES - 1));
    if (found !== undefined) return true;
  }
  await body.skip(body.buffered);
  return false;
}

/** Offset of the first mark that is there as a whole. */
export function markIn(bytes: Buffer): number | undefined {
  for (let at = bytes.indexOf(FIRST); at !== -1; at = bytes.indexOf(FIRST, at + 1)) {
    if (MARKS.includes(bytes.toString('latin1', at + 2, at + MARK_BYTES))) return at;
  }
  return undefined;
}
