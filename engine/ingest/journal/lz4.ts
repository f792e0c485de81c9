/**
 * Unpacks one block of LZ4, as journals hold them: pairs of bytes as they are and of bytes that stood before. Undefined
 * where it is damaged or would grow beyond `most` bytes.
 */
export function unpackLz4(packed: Uint8Array, most: number): Buffer | undefined {
  const unpacked = Buffer.allocUnsafe(most);
  let at = 0;
  let length = 0;
  while (at < packed.length) {
    const token = packed[at++] ?? 0;
    const literals = lengthAt(token >> 4);
    if (literals === undefined || at + literals > packed.length || length + literals > most) return undefined;
    unpacked.set(packed.subarray(at, at + literals), length);
    at += literals;
    length += literals;
    // The last pair has no second half.
    if (at === packed.length) return unpacked.subarray(0, length);
    const distance = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8);
    at += 2;
    const again = lengthAt(token & 15);
    if (again === undefined || distance === 0 || distance > length) return undefined;
    const end = length + again + LEAST_MATCH;
    if (end > most) return undefined;
    // Byte by byte, for the copy may reach into what it has just written.
    for (; length < end; length++) unpacked[length] = unpacked[length - distance] ?? 0;
  }
  return undefined;

  /** Fifteen is followed by bytes that are added, up to the first that is not 255. */
  function lengthAt(nibble: number): number | undefined {
    let sum = nibble;
    if (nibble < 15) return sum;
    for (;;) {
      const more = packed[at++];
      if (more === undefined) return undefined;
      sum += more;
      if (more < 255) return sum;
    }
  }
}

const LEAST_MATCH = 4;
