import { describe, expect, it } from 'vitest';

import { compilePattern } from './compile-pattern.ts';

describe('compilePattern', () => {
  it('matches in either case, time after time', () => {
    const pattern = compilePattern('time(d)? ?out');
    expect([pattern.test('Timed OUT'), pattern.test('timeout'), pattern.test('Timed OUT')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(pattern.test('in time')).toBe(false);
  });

  it('is not held up by what makes others run away', () => {
    expect(compilePattern('(a+)+$').test(`${'a'.repeat(100_000)}!`)).toBe(false);
  });

  it.each(['a(b', '(?=x)', '(a)\\1'])('refuses %s', (source) => {
    expect(() => compilePattern(source)).toThrow();
  });
});
