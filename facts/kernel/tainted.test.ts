import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { tainted } from './tainted.ts';

describe('kernel.tainted', () => {
  it.each([
    ['0\n', ''],
    ['1\n', 'P'],
    ['12288\n', 'OE'],
    ['kernel.tainted = 4097\n', 'PO'],
    ['262144\n', 'N'],
  ])('names the letters of %j', (text, flags) => {
    expect(parseFact(tainted, text).value.flags).toEqual({ value: flags, at: { entry: 'file', line: 1 } });
  });

  it('refuses a text without a number', () => {
    expect(() => parseFact(tainted, 'Kernel Status -- Not Tainted\n')).toThrow('holds no number');
  });
});
