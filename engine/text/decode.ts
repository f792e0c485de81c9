/**
 * Bytes → text: UTF-8 and UTF-16 by their marks, UTF-16 without a mark by its zero bytes, else UTF-8, and
 * Latin-1 where the bytes are not UTF-8 (one character per byte, so nothing is lost).
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(withoutCutCharacter(bytes));
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Told from the first bytes; Latin-1 counts as UTF-8 here, for both keep ASCII as it is. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head.length >= 2) {
    if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
    if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  }
  const sample = head.subarray(0, 512);
  if (sample.length < 4) return 'utf-8';
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] === 0) {
      if (index % 2 === 0) evenZeros++;
      else oddZeros++;
    }
  }
  // Text in UTF-16 is nearly all ASCII here: every other byte is zero, and none of the rest.
  const half = sample.length / 2;
  if (oddZeros > half * 0.9 && evenZeros === 0) return 'utf-16le';
  if (evenZeros > half * 0.9 && oddZeros === 0) return 'utf-16be';
  return 'utf-8';
}

/** A text that was cut may end inside a character of several bytes; those bytes are left off. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}
