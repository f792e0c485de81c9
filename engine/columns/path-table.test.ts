import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PathTable } from './path-table.ts';

describe('PathTable', () => {
  it('gives one number to one path, and the path back', () => {
    const table = new PathTable();
    const paths = ['etc/hosts', 'etc', 'a//b', '/a/b/', '', '/', 'p', 'etc/ho', 'etc/hosts/x'];
    const numbers = paths.map((path) => table.add(path));
    expect(new Set(numbers).size).toBe(paths.length);
    expect(paths.map((path) => table.add(path))).toEqual(numbers);
    expect(paths.map((path) => table.find(path))).toEqual(numbers);
    expect(numbers.map((number) => table.path(number))).toEqual(paths);
  });

  it('does not know what was not added, and a folder of what was', () => {
    const table = new PathTable();
    table.add('var/log/messages');
    expect([table.find('var/log/secure'), table.find('etc/hosts')]).toEqual([0, 0]);
    expect(table.path(table.find('var/log'))).toBe('var/log');
  });

  it('keeps any string as it is: stray bytes, all of Unicode, very long names', () => {
    const table = new PathTable();
    const paths = [
      'stray\udc80byte',
      'ÿ/é/€/😀',
      'nul\0in/it',
      'x'.repeat(200_000),
      'behind it',
      `d/${'ß'.repeat(90_000)}`,
    ];
    expect(paths.map((path) => table.path(table.add(path)))).toEqual(paths);
    expect(table.path(table.add('behind it'))).toBe('behind it');
  });

  it('tells as many paths apart as a set of strings does', () => {
    const part = fc.oneof(fc.constantFrom('a', 'b', '', '.'), fc.string({ unit: 'binary' }));
    const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(path, { maxLength: 2_000 }), (paths) => {
        const table = new PathTable();
        const numbers = paths.map((one) => table.add(one));
        expect(numbers.map((number) => table.path(number))).toEqual(paths);
        expect(new Set(numbers).size).toBe(new Set(paths).size);
      }),
      { numRuns: 50, seed: 2026 },
    );
  });

  it('holds many more paths than it began with', () => {
    const table = new PathTable();
    for (let index = 0; index < 50_000; index++) table.add(`folder${index % 97}/file${index}`);
    expect(table.path(table.find('folder9/file49964'))).toBe('folder9/file49964');
    // Each folder once.
    expect(table.length).toBe(1 + 97 + 50_000);
  });
});
