import { describe, expect, it } from 'vitest';
import { isSameHost, onePerHost } from './same-host.ts';

describe('isSameHost', () => {
  it.each([
    ['db-01', 'DB-01', true],
    ['db-01', 'db-01.example', true],
    ['db-01.a.example', 'db-01.b.example', false],
    ['db-01', 'db-011', false],
    ['db-01', 'db-02', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSameHost(a, b)).toBe(same);
    expect(isSameHost(b, a)).toBe(same);
  });
});

describe('onePerHost', () => {
  it('keeps the first of each host that has a name', () => {
    const names = ['db-01.example', 'db-01', undefined, 'localhost', 'localhost.localdomain', 'web-03', ''];
    expect(onePerHost(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
      'db-01.example',
      'web-03',
    ]);
  });
});
