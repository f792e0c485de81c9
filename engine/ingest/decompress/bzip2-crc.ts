const POLYNOMIAL = 0x04c11db7;
/** Four tables, so that four bytes are taken at a time. */
const TABLES = tables();

/** The checksum of bzip2, most significant bit first, over more bytes. It begins with -1 and ends inverted. */
export function bzip2Crc(bytes: Uint8Array, before: number): number {
  const [one, two, three, four] = TABLES;
  const quads = bytes.length & ~3;
  let crc = before;
  let at = 0;
  for (; at < quads; at += 4) {
    crc ^= (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
    crc = four[crc >>> 24]! ^ three[(crc >>> 16) & 255]! ^ two[(crc >>> 8) & 255]! ^ one[crc & 255]!;
  }
  for (; at < bytes.length; at++) crc = (crc << 8) ^ one[(crc >>> 24) ^ bytes[at]!]!;
  return crc;
}

function tables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
    first[byte] = crc;
  }
  const further = (table: Int32Array): Int32Array => table.map((crc) => (crc << 8) ^ first[crc >>> 24]!);
  const second = further(first);
  const third = further(second);
  return [first, second, third, further(third)];
}
