import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { centralPart, extraField, localPart, UTF8, type ZipPart } from '../../../test/harness/zip-records.ts';
import { centralMember, localMember } from './zip-member.ts';

const central = (part: ZipPart) => centralMember(centralPart(part, 0), 0);
const LATIN = Buffer.from([0x81, 0x2e, 0xe9]);

describe('names of a zip', () => {
  it('are UTF-8 where the flag or the bytes say so', () => {
    expect(central({ name: 'ü', flags: UTF8 }).name).toBe('ü');
    expect(central({ name: 'ü', flags: 0 }).name).toBe('ü');
  });

  it('are code page 437 where neither does', () => {
    expect(central({ name: LATIN, flags: 0 }).name).toBe('ü.Θ');
    expect(localMember(localPart({ name: LATIN, flags: 0 }), 0).name).toBe('ü.Θ');
  });

  it('keep bytes that are no UTF-8 apart where the flag calls them so', () => {
    expect(central({ name: LATIN, flags: UTF8 }).name).toBe('\udc81.\udce9');
  });

  it('are taken from the field of UTF-8 names, unless it belongs to another name', () => {
    const field = (name: Uint8Array) => {
      const head = Buffer.alloc(5);
      head[0] = 1;
      head.writeUInt32LE(crc32(name), 1);
      return extraField(0x7075, Buffer.concat([head, Buffer.from('日本')]));
    };
    expect(central({ name: LATIN, flags: 0, extra: field(LATIN) }).name).toBe('日本');
    expect(central({ name: LATIN, flags: 0, extra: field(Buffer.from('x')) }).name).toBe('ü.Θ');
  });
});

describe('times of a zip', () => {
  const unix = Buffer.alloc(5);
  unix[0] = 1;
  unix.writeInt32LE(-86_400, 1);
  const ntfs = Buffer.alloc(32);
  ntfs.writeUInt16LE(1, 4);
  ntfs.writeUInt16LE(24, 6);
  // 2026-01-15 12:00:00.123 UTC, in steps of 100 nanoseconds since 1601.
  ntfs.writeBigUInt64LE((1_768_478_400_123n + 11_644_473_600_000n) * 10_000n, 8);

  it('are those of Unix, then those of NTFS, then that of DOS', () => {
    const fields = [extraField(10, ntfs), extraField(0x5455, unix)];
    expect(central({ name: 'a', extra: Buffer.concat(fields) }).modified).toBe(-86_400_000);
    expect(central({ name: 'a', extra: extraField(10, ntfs) }).modified).toBe(1_768_478_400_123);
    expect(central({ name: 'a' }).modified).toBe(Date.UTC(2026, 0, 15, 12));
    expect(central({ name: 'a', dosDate: 0 }).modified).toBeUndefined();
  });

  it('are passed over in a field that is cut', () => {
    const cut = extraField(10, ntfs).subarray(0, 12);
    expect(central({ name: 'a', extra: cut }).modified).toBe(Date.UTC(2026, 0, 15, 12));
  });
});
