import { describe, expect, it } from 'vitest';

import { limitValueText, readLimitValue } from './limit-value.ts';

describe('readLimitValue', () => {
  it.each([
    ['bytes', '2GiB', 2_147_483_648],
    ['bytes', '1.5 mib', 1_572_864],
    ['bytes', '10MB', 10_000_000],
    ['bytes', '4096', 4096],
    ['milliseconds', '30s', 30_000],
    ['milliseconds', '2h', 7_200_000],
    ['count', '5000', 5000],
    ['times', '1000', 1000],
  ] as const)('reads %s of %s', (unit, text, value) => {
    expect(readLimitValue(unit, text)).toBe(value);
  });

  it.each([
    ['bytes', ''],
    ['bytes', '0'],
    ['bytes', '-1'],
    ['bytes', '2 apples'],
    ['bytes', '30s'],
    ['bytes', '9999999999GiB'],
    ['count', '5KiB'],
    ['milliseconds', '1e9'],
  ] as const)('refuses for %s what is %s', (unit, text) => {
    expect(readLimitValue(unit, text)).toBeUndefined();
  });
});

describe('limitValueText', () => {
  it.each([
    ['bytes', 68_719_476_736, '64GiB'],
    ['bytes', 16_384, '16KiB'],
    ['bytes', 1_000_001, '1000001B'],
    ['milliseconds', 3_600_000, '1h'],
    ['milliseconds', 90_000, '90s'],
    ['count', 5_000_000, '5000000'],
  ] as const)('says %s of %i', (unit, value, text) => {
    expect(limitValueText(unit, value)).toBe(text);
  });
});
