import { describe, expect, it } from 'vitest';
import { writtenTime } from './written-time.ts';

describe('writtenTime', () => {
  it.each([
    ['Mon Nov 23 10:00:00 UTC 2026', '2026-11-23T10:00:00.000Z', true],
    ['Mon Nov  2 10:00:00 AM CET 2026', '2026-11-02T09:00:00.000Z', true],
    ['Mon 23 Nov 2026 12:05:00 AM UTC', '2026-11-23T00:05:00.000Z', true],
    ['Mon Nov 23 10:00:00 PM JST 2026', '2026-11-23T13:00:00.000Z', true],
    ['Mon Nov 23 10:00:00 CST 2026', '2026-11-23T10:00:00.000Z', false],
    ['2026年 11月 23日 月曜日 10:00:00 JST', '2026-11-23T01:00:00.000Z', true],
    ['2026-11-23 10:00:00.123456', '2026-11-23T10:00:00.000Z', false],
    ['2026-11-23T10:00:00+01:00', '2026-11-23T09:00:00.000Z', true],
    ['2026-11-23 10:00:00 -0330', '2026-11-23T13:30:00.000Z', true],
  ])('reads %s', (line, at, zoneKnown) => {
    expect(writtenTime(line)).toEqual({ at, zoneKnown });
  });

  it.each(['no time', 'Mon Foo 23 10:00:00 UTC 2026', 'Thu Jan  1 00:00:00 UTC 1970', '2026-99-99 10:00:00'])(
    'finds none in %s',
    (line) => {
      expect(writtenTime(line)).toBeUndefined();
    },
  );
});
