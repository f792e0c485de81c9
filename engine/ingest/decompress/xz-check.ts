import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import { Crc64 } from './crc64.ts';

/** A checksum over the content of a block. */
export interface Check {
  /** Bytes that it takes behind the block. */
  readonly size: number;
  update(bytes: Uint8Array): void;
  /** False where it does not match; true where it cannot be told, for its kind is unknown. */
  matches(written: Buffer): boolean;
}

const SIZES = [0, 4, 8, 16, 32, 64];

/** The check that a stream's header names: none, CRC-32, CRC-64, SHA-256; others are passed over. */
export function checkFor(kind: number): Check {
  if (kind === 1) return crc32Check();
  if (kind === 4) {
    const crc = new Crc64();
    return {
      size: 8,
      update: (bytes) => crc.update(bytes),
      matches: (written) => crc.digest().equals(written),
    };
  }
  if (kind === 10) {
    const hash = createHash('sha256');
    return {
      size: 32,
      update: (bytes) => void hash.update(bytes),
      matches: (written) => hash.digest().equals(written),
    };
  }
  return { size: SIZES[Math.ceil(kind / 3)] ?? 0, update: () => undefined, matches: () => true };
}

function crc32Check(): Check {
  let crc = 0;
  return {
    size: 4,
    update: (bytes) => void (crc = crc32(bytes, crc)),
    matches: (written) => written.readUInt32LE(0) === crc,
  };
}
