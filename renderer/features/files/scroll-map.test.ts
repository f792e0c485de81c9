import { describe, expect, it } from 'vitest';

import { MOST_PIXELS, scrollMap } from './scroll-map.ts';

describe('scrollMap', () => {
  it('is exact for a file of some thousand lines', () => {
    const map = scrollMap(10_000, 18, 900);
    expect(map.exact).toBe(true);
    expect(map.height).toBe(180_000);
    expect(map.lineAt(1_800)).toBe(100);
    expect(map.topOf(100)).toBe(1_800);
  });

  it('reaches the first and the last of ten million lines', () => {
    const map = scrollMap(10_000_000, 18, 900);
    expect(map.exact).toBe(false);
    expect(map.height).toBe(MOST_PIXELS);
    expect(map.lineAt(0)).toBe(0);
    expect(map.lineAt(map.height - 900)).toBe(9_999_950);
    expect(map.topOf(9_999_950)).toBe(map.height - 900);
  });

  it('leads back to the line that it came from', () => {
    const map = scrollMap(10_000_000, 18, 900);
    for (const line of [1, 12_345, 5_000_000, 9_000_000]) {
      expect(map.lineAt(map.topOf(line))).toBeCloseTo(line, 3);
    }
  });

  it('holds a file that is shorter than the view', () => {
    const map = scrollMap(3, 18, 900);
    expect(map.lineAt(500)).toBe(0);
  });
});
