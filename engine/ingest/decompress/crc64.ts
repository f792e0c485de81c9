// The polynomial of ECMA-182, reflected, in two halves.
const HIGH = 0xc96c5795;
const LOW = 0xd7870f42;
/** For each of four bytes of a word, low and high half of its part of the checksum. */
const TABLES = tables();

/** The checksum that xz writes by default. */
export class Crc64 {
  #low = -1;
  #high = -1;

  update(bytes: Uint8Array): void {
    const { low: tableLow, high: tableHigh } = TABLES;
    const words = bytes.length & ~3;
    let low = this.#low;
    let high = this.#high;
    let at = 0;
    for (; at < words; at += 4) {
      low ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
      const one = 768 + (low & 255);
      const two = 512 + ((low >>> 8) & 255);
      const three = 256 + ((low >>> 16) & 255);
      const four = low >>> 24;
      low = high ^ tableLow[one]! ^ tableLow[two]! ^ tableLow[three]! ^ tableLow[four]!;
      high = tableHigh[one]! ^ tableHigh[two]! ^ tableHigh[three]! ^ tableHigh[four]!;
    }
    for (; at < bytes.length; at++) {
      const index = (low ^ bytes[at]!) & 255;
      low = ((low >>> 8) | (high << 24)) ^ tableLow[index]!;
      high = (high >>> 8) ^ tableHigh[index]!;
    }
    this.#low = low;
    this.#high = high;
  }

  /** Eight bytes, the least significant first. */
  digest(): Buffer {
    const digest = Buffer.alloc(8);
    digest.writeInt32LE(~this.#low, 0);
    digest.writeInt32LE(~this.#high, 4);
    return digest;
  }
}

function tables(): { readonly low: Int32Array; readonly high: Int32Array } {
  const low = new Int32Array(1024);
  const high = new Int32Array(1024);
  for (let byte = 0; byte < 256; byte++) {
    let [l, h] = [byte, 0];
    for (let bit = 0; bit < 8; bit++) {
      const isOdd = (l & 1) === 1;
      l = (l >>> 1) | (h << 31);
      h >>>= 1;
      if (isOdd) {
        l ^= LOW;
        h ^= HIGH;
      }
    }
    low[byte] = l;
    high[byte] = h;
  }
  for (let index = 256; index < 1024; index++) {
    const [l, h] = [low[index - 256]!, high[index - 256]!];
    low[index] = ((l >>> 8) | (h << 24)) ^ low[l & 255]!;
    high[index] = (h >>> 8) ^ high[l & 255]!;
  }
  return { low, high };
}
