import { describe, expect, it } from 'vitest';

import { median, ratioOf, tableOf, type Row } from './table.ts';

const row = (name: string, seconds: readonly number[], peakBytes?: number): Row => ({
  name,
  runs: seconds.map((one) => ({ seconds: one, peakBytes, childPeakBytes: undefined })),
});

describe('median', () => {
  it('takes the middle value, and the mean of two in the middle', () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([4, 1, 10, 2])).toBe(3);
    expect(median([])).toBeNaN();
  });
});

describe('ratioOf', () => {
  it('compares medians, so that one slow run does not count', () => {
    expect(ratioOf(row('ours', [1, 1, 100]), row('gzip', [2, 2, 2]))).toBe(0.5);
  });
});

describe('tableOf', () => {
  it('sets each program beside those that ran with it', () => {
    const ours = row('ours', [1.5, 1, 1.25], 130 * 1024 * 1024);
    const gzip = row('gzip -dc', [2.5, 2.5, 2.5]);
    expect(tableOf([ours, gzip], [gzip]).split('\n')).toEqual([
      '          median  fastest – slowest  × gzip -dc  peak memory',
      'ours      1.25 s      1.00 – 1.50 s        0.50      130 MiB',
      'gzip -dc  2.50 s      2.50 – 2.50 s        1.00     not told',
    ]);
  });
});
