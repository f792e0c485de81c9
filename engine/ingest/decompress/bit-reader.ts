/** Reads bits, most significant first. Behind the last byte come zeros; `isBeyond` tells. */
export class BitReader {
  readonly bytes: Uint8Array;
  /** The next byte that is not in `held` yet. */
  at = 0;
  /** Bits taken from the bytes and not yet given: the lowest `count` bits. */
  held = 0;
  count = 0;

  constructor(bytes: Uint8Array, skippedBits: number) {
    this.bytes = bytes;
    if (skippedBits > 0) this.read(skippedBits);
  }

  /** Up to 24 bits. */
  read(bits: number): number {
    while (this.count < bits) {
      this.held = (this.held << 8) | (this.bytes[this.at++] ?? 0);
      this.count += 8;
    }
    this.count -= bits;
    return (this.held >>> this.count) & (2 ** bits - 1);
  }

  /** Bits given since the first byte. */
  get position(): number {
    return this.at * 8 - this.count;
  }

  get isBeyond(): boolean {
    return this.position > this.bytes.length * 8;
  }
}
