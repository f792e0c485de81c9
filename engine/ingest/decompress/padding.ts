import type { ByteReader } from '../byte-reader.ts';

/** Passes over zero bytes and says how many there were. */
export async function skipZeros(reader: ByteReader): Promise<number> {
  let count = 0;
  while (await reader.fill(1)) {
    const bytes = reader.peek(reader.buffered);
    let zeros = 0;
    while (zeros < bytes.length && bytes[zeros] === 0) zeros++;
    reader.take(zeros);
    count += zeros;
    if (zeros < bytes.length) break;
  }
  return count;
}
