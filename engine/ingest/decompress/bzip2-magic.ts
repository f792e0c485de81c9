/** The digits of pi begin a block, those of its square root end a stream: 24 bits each. */
export const BLOCK = [0x314159, 0x265359] as const;
export const END = [0x177245, 0x385090] as const;
/** Bytes over which they may spread. */
export const MAGIC_BYTES = 7;

/** One of the two as it stands behind some bits of a byte. */
interface Pattern {
  readonly shift: number;
  /** What is whole of it, to be looked for, and how many bytes of it come before that. */
  readonly inner: Buffer;
  readonly before: number;
  readonly bytes: Buffer;
  readonly mask: Buffer;
}

const PATTERNS: readonly Pattern[] = [BLOCK, END].flatMap(([high, low]) =>
  Array.from({ length: 8 }, (_, shift) => patternOf((BigInt(high) << 24n) | BigInt(low), shift)),
);

/** The place of the next, in bits from the first byte; undefined where none is. */
export function findMagic(bytes: Buffer, fromBit: number): number | undefined {
  const places = PATTERNS.map((pattern) => placeOf(pattern, bytes, fromBit));
  const first = Math.min(...places);
  return Number.isFinite(first) ? first : undefined;
}

function placeOf(
  { shift, inner, before, bytes: whole, mask }: Pattern,
  bytes: Buffer,
  fromBit: number,
): number {
  for (let at = bytes.indexOf(inner); at !== -1; at = bytes.indexOf(inner, at + 1)) {
    const start = at - before;
    const isThere = whole.every(
      (byte, index) => ((bytes[start + index] ?? -1) & (mask[index] ?? 0)) === byte,
    );
    if (isThere && start * 8 + shift >= fromBit) return start * 8 + shift;
  }
  return Number.POSITIVE_INFINITY;
}

function patternOf(magic: bigint, shift: number): Pattern {
  const bits = 8 * MAGIC_BYTES - 48 - shift;
  const bytes = bytesOf(magic << BigInt(bits));
  const mask = bytesOf(0xffff_ffff_ffffn << BigInt(bits));
  const before = shift === 0 ? 0 : 1;
  return { shift, inner: bytes.subarray(before, 6), before, bytes, mask };
}

function bytesOf(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(2 * MAGIC_BYTES, '0'), 'hex');
}
