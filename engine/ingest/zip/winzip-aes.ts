import { createCipheriv, createHmac, pbkdf2, timingSafeEqual, type Cipheriv, type Hmac } from 'node:crypto';
import { promisify } from 'node:util';

import { ByteReader } from '../byte-reader.ts';
import { StreamDamage } from '../decompress/stream-damage.ts';
import type { AesField } from './extra-fields.ts';

/** Salt, two bytes that tell whether the password fits, the data, and a code over it. */
const VERIFIER_BYTES = 2;
const CODE_BYTES = 10;
const ROUNDS = 1000;
const BLOCK = 16;
/** Bytes that are decrypted at once. */
const PIECE = 64 * 1024;

const derive = promisify(pbkdf2);

/**
 * The plain bytes of a member under AE-1 or AE-2, its code compared at the end; undefined where the password is wrong.
 * As WinZip describes it: PBKDF2 of 1,000 rounds with SHA-1, AES in counter mode, the counter's low byte first.
 */
export async function aesPlain(
  { strength }: AesField,
  packed: ByteReader,
  packedSize: number,
  password: Uint8Array,
): Promise<ByteReader | undefined> {
  const keyBytes = 8 + 8 * strength;
  const saltBytes = keyBytes / 2;
  const dataSize = packedSize - saltBytes - VERIFIER_BYTES - CODE_BYTES;
  if (dataSize < 0 || !(await packed.fill(saltBytes + VERIFIER_BYTES))) return undefined;
  const salt = Buffer.from(packed.take(saltBytes));
  const verifier = Buffer.from(packed.take(VERIFIER_BYTES));
  const keys = await derive(password, salt, ROUNDS, 2 * keyBytes + VERIFIER_BYTES, 'sha1');
  if (!keys.subarray(2 * keyBytes).equals(verifier)) return undefined;
  const cipher = createCipheriv(`aes-${8 * keyBytes}-ecb`, keys.subarray(0, keyBytes), null);
  cipher.setAutoPadding(false);
  return plainReader(packed, dataSize, cipher, createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes)));
}

function plainReader(packed: ByteReader, size: number, cipher: Cipheriv, hmac: Hmac): ByteReader {
  const counter = new Counter(cipher);
  let left = size;
  return new ByteReader(async () => {
    const length = Math.min(PIECE, left);
    if (length === 0) {
      await compareCode(packed, hmac);
      return undefined;
    }
    // Whole blocks but at the end, so that the counter stays in step.
    const isWhole = await packed.fill(length);
    const part = Buffer.from(packed.take(length));
    left = isWhole ? left - length : 0;
    hmac.update(part);
    counter.decrypt(part);
    return part.length > 0 ? part : undefined;
  });
}

async function compareCode(packed: ByteReader, hmac: Hmac): Promise<void> {
  // Where the data was cut, that is told already.
  if (!(await packed.fill(CODE_BYTES))) return;
  const written = Buffer.from(packed.take(CODE_BYTES));
  if (!timingSafeEqual(hmac.digest().subarray(0, CODE_BYTES), written))
    throw new StreamDamage('checksum-mismatch', 'Its authentication code does not match');
}

/** Counter mode, but with the low byte first, which the library does not offer. */
class Counter {
  readonly #cipher: Cipheriv;
  #next = 1;

  constructor(cipher: Cipheriv) {
    this.#cipher = cipher;
  }

  /** Decrypts in place. */
  decrypt(bytes: Buffer): void {
    const blocks = Math.ceil(bytes.length / BLOCK);
    const counters = Buffer.alloc(blocks * BLOCK);
    for (let block = 0; block < blocks; block++, this.#next++) {
      counters.writeUInt32LE(this.#next >>> 0, block * BLOCK);
      counters.writeUInt32LE(Math.floor(this.#next / 0x1_0000_0000), block * BLOCK + 4);
    }
    const stream = this.#cipher.update(counters);
    for (let at = 0; at < bytes.length; at++) bytes[at] = (bytes[at] ?? 0) ^ (stream[at] ?? 0);
  }
}
