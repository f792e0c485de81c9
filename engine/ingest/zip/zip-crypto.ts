import { crc32 } from 'node:zlib';

import { ByteReader } from '../byte-reader.ts';
import type { ZipMember } from './zip-member.ts';

/** Random bytes before the data, the last of which tells whether the password fits. */
const HEAD_BYTES = 12;
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => tableRow(byte));

/** The traditional encryption of zip: three keys that every byte stirs. APPNOTE 6.3.10, section 6.1. */
class Keys {
  #first = 0x12345678;
  #second = 0x23456789;
  #third = 0x34567890;

  constructor(password: Uint8Array) {
    for (const byte of password) this.#stir(byte);
  }

  /** Decrypts in place. */
  decrypt(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) {
      const mixed = (this.#third & 0xffff) | 2;
      const plain = (bytes[at] ?? 0) ^ ((Math.imul(mixed, mixed ^ 1) >>> 8) & 0xff);
      bytes[at] = plain;
      this.#stir(plain);
    }
  }

  #stir(byte: number): void {
    this.#first = crcStep(this.#first, byte);
    this.#second = (Math.imul((this.#second + (this.#first & 0xff)) | 0, 134_775_813) + 1) | 0;
    this.#third = crcStep(this.#third, this.#second >>> 24);
  }
}

/** The plain bytes of a member; undefined where the password is wrong, as one wrong one in 256 does not show. */
export async function zipCryptoPlain(
  member: ZipMember,
  packed: ByteReader,
  password: Uint8Array,
): Promise<ByteReader | undefined> {
  if (!(await packed.fill(HEAD_BYTES))) return undefined;
  const keys = new Keys(password);
  const head = Uint8Array.from(packed.take(HEAD_BYTES));
  keys.decrypt(head);
  const check = member.described ? member.dosTime >>> 8 : member.crc >>> 24;
  if (head[HEAD_BYTES - 1] !== check) return undefined;
  return new ByteReader(async () => {
    const part = await packed.read(64 * 1024);
    const plain = part && Uint8Array.from(part);
    if (plain) keys.decrypt(plain);
    return plain;
  });
}

function crcStep(crc: number, byte: number): number {
  return (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
}

/** The table of the usual CRC-32, read off the library's own, which starts and ends with all bits turned. */
function tableRow(byte: number): number {
  // For one byte b: crc = ~(0x00ffffff ^ table[0xff ^ b]).
  return (~crc32(Uint8Array.of(0xff ^ byte)) ^ 0x00ffffff) >>> 0;
}
