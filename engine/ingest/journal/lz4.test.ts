import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lz4Block } from '../../../test/harness/journal.ts';
import { unpackLz4 } from './lz4.ts';

describe('unpackLz4', () => {
  it('takes bytes as they are', () => {
    expect(unpackLz4(Buffer.from('\x50hello', 'latin1'), 100)?.toString()).toBe('hello');
  });

  it('repeats what stood before, also into what is being written', () => {
    // a b, then 8 bytes from 2 back, then the last five
    const packed = Buffer.from('\x24ab\x02\x00\x50vwxyz', 'latin1');
    expect(unpackLz4(packed, 100)?.toString()).toBe('ababababab' + 'vwxyz');
  });

  it('adds up long lengths', () => {
    const text = `${'x'.repeat(1000)}end of it`;
    const packed = Buffer.concat([
      Buffer.of(0x1f),
      Buffer.from('x'),
      Buffer.of(1, 0, 255, 255, 255, 215),
      Buffer.from('\x90end of it', 'latin1'),
    ]);
    expect(unpackLz4(packed, 2000)?.toString()).toBe(text);
  });

  it.each([
    ['ends in the middle of bytes', '\x50hell'],
    ['ends behind a repetition', '\x24ab\x02\x00'],
    ['goes back before the beginning', '\x24ab\x03\x00\x50vwxyz'],
    ['goes back by nothing', '\x24ab\x00\x00\x50vwxyz'],
    ['ends in the middle of a length', '\xf0\xff\xff'],
    ['is empty', ''],
  ])('refuses what %s', (_why, packed) => {
    expect(unpackLz4(Buffer.from(packed, 'latin1'), 100)).toBeUndefined();
  });

  it('refuses what would grow beyond the limit', () => {
    const packed = Buffer.from('\x24ab\x02\x00\x50vwxyz', 'latin1');
    expect(unpackLz4(packed, 15)).toBeDefined();
    expect(unpackLz4(packed, 14)).toBeUndefined();
  });

  it('gives back what was packed', () => {
    const content = fc
      .array(fc.constantFrom('a', 'bc', 'deadbeef', '\u0000', 'x'.repeat(300)), { maxLength: 60 })
      .map((parts) => Buffer.from(parts.join('')));
    fc.assert(
      fc.property(content, (bytes) => {
        expect(unpackLz4(lz4Block(bytes), bytes.length)?.equals(bytes) ?? bytes.length === 0).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
