import { describe, expect, it } from 'vitest';

import { countByte, nthByte } from './line-ends.ts';

describe('countByte', () => {
  it('counts at any alignment and length', () => {
    const bytes = Buffer.from('\n\n.\n....\n.........\n\n\n\n\n\n\n\n.\n');
    const counts = [0, 1, 2, 3].map((from) => countByte(bytes.subarray(from), 0x0a));
    expect(counts).toEqual([13, 12, 11, 11]);
  });

  it('counts a part that ends before the next whole word', () => {
    const bytes = Buffer.from('....\n\n\n\n');
    expect([5, 6, 7].map((from) => countByte(bytes, 0x0a, from, 7))).toEqual([2, 1, 0]);
  });

  it('counts a part', () => {
    expect(countByte(Buffer.from('\n\n\n\n\n\n\n\n\n\n'), 0x0a, 3, 8)).toBe(5);
  });

  it('counts many in a row without running over', () => {
    expect(countByte(Buffer.alloc(100_003, 0x0a), 0x0a)).toBe(100_003);
  });

  it('tells a byte from those that differ by one bit', () => {
    expect(countByte(Buffer.from([0x0a, 0x8a, 0x0b, 0x1a, 0x0a, 0x00, 0x09, 0x0a]), 0x0a)).toBe(3);
  });

  it('counts carriage returns and zeros', () => {
    expect(countByte(Buffer.from('a\rb\rc\r\0\0'), 0x0d)).toBe(3);
    expect(countByte(Buffer.from('a\rb\rc\r\0\0'), 0)).toBe(2);
  });
});

describe('nthByte', () => {
  it('finds the first and the third', () => {
    const bytes = Buffer.from('a\nbb\nccc\n');
    expect([nthByte(bytes, 0x0a, 1), nthByte(bytes, 0x0a, 3)]).toEqual([1, 8]);
  });

  it('begins where it is told', () => {
    expect(nthByte(Buffer.from('a\nbb\nccc\n'), 0x0a, 1, 2)).toBe(4);
  });

  it('says where there are fewer', () => {
    expect(nthByte(Buffer.from('a\nbb\n'), 0x0a, 3)).toBe(-1);
  });
});
