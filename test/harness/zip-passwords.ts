import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

import { extraField, UTF8, type ZipPart } from './zip-records.ts';

const ENCRYPTED = 1;

/** A member under the traditional encryption of zip. */
export function zipCryptoPart(name: string, content: string, password: string): ZipPart {
  const crc = crc32(content);
  const keys = [0x12345678, 0x23456789, 0x34567890];
  const stir = (byte: number): void => {
    keys[0] = crcOf(keys[0] ?? 0, byte);
    keys[1] = (Math.imul(((keys[1] ?? 0) + ((keys[0] ?? 0) & 0xff)) | 0, 134_775_813) + 1) | 0;
    keys[2] = crcOf(keys[2] ?? 0, (keys[1] ?? 0) >>> 24);
  };
  for (const byte of Buffer.from(password)) stir(byte);
  const plain = Buffer.concat([Buffer.alloc(11, 7), Buffer.from([crc >>> 24]), deflateRawSync(content)]);
  const packed = plain.map((byte) => {
    const mixed = ((keys[2] ?? 0) & 0xffff) | 2;
    const secret = byte ^ ((Math.imul(mixed, mixed ^ 1) >>> 8) & 0xff);
    stir(byte);
    return secret;
  });
  return { name, content, packed, flags: UTF8 | ENCRYPTED };
}

/** A member under AES as WinZip writes it; `bits` of the key. */
export function aesPart(
  name: string,
  content: string,
  password: string,
  { bits = 256, version = 2 }: { readonly bits?: 128 | 192 | 256; readonly version?: 1 | 2 } = {},
): ZipPart {
  const keyBytes = bits / 8;
  const salt = Buffer.alloc(keyBytes / 2, 5);
  const keys = pbkdf2Sync(password, salt, 1000, 2 * keyBytes + 2, 'sha1');
  const plain = deflateRawSync(content);
  const secret = Buffer.alloc(plain.length);
  for (let at = 0, block = 1; at < plain.length; at += 16, block++) {
    const counter = Buffer.alloc(16);
    counter.writeUInt32LE(block);
    const cipher = createCipheriv(`aes-${bits}-ecb`, keys.subarray(0, keyBytes), null).setAutoPadding(false);
    const stream = cipher.update(counter);
    for (let byte = at; byte < Math.min(at + 16, plain.length); byte++)
      secret[byte] = (plain[byte] ?? 0) ^ (stream[byte - at] ?? 0);
  }
  const code = createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes))
    .update(secret)
    .digest()
    .subarray(0, 10);
  const field = Buffer.from([version, 0, 0x41, 0x45, bits / 64 - 1, 8, 0]);
  return {
    name,
    content,
    packed: Buffer.concat([salt, keys.subarray(2 * keyBytes), secret, code]),
    method: 99,
    flags: UTF8 | ENCRYPTED,
    extra: extraField(0x9901, field),
    ...(version === 2 ? { crc: 0 } : {}),
  };
}

/** One step of CRC-32, bit by bit. */
function crcOf(crc: number, byte: number): number {
  let value = crc ^ byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) !== 0 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
}
