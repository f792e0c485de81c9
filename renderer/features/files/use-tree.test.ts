import { describe, expect, it } from 'vitest';

import { ancestorsOf } from './use-tree.ts';

describe('ancestorsOf', () => {
  it.each([
    ['hosts', []],
    ['etc/audit/rules.d', ['etc', 'etc/audit']],
    ['a/b.zip!/c/d', ['a', 'a/b.zip', 'a/b.zip!/c']],
    ['fs.txt!#/bin/df -hT', ['fs.txt']],
    ['odd!!name/x', ['odd!!name']],
    ['etc/hosts!@2', ['etc']],
  ])('%s', (address, above) => {
    expect(ancestorsOf(address)).toEqual(above);
  });
});
