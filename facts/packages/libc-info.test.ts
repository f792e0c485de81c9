import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { libcInfo, type LibcInfo } from './libc-info.ts';

function read(text: string): readonly string[] {
  const { name, version } = parseFact<LibcInfo>(libcInfo, text).value;
  return [name.value, version.value];
}

describe('packages.libc-info', () => {
  it.each([
    ['rpm -qi', 'Name        : glibc\nVersion     : 2.34\nRelease     : 100.el9\n', ['glibc', '2.34']],
    [
      'dpkg -s',
      'Package: libc6\nStatus: install ok installed\nVersion: 2.35-0ubuntu3.8\n',
      ['libc6', '2.35-0ubuntu3.8'],
    ],
    ['dpkg -l', 'ii  libc6:amd64 2.35-0ubuntu3.8 amd64 GNU C Library\n', ['libc6', '2.35-0ubuntu3.8']],
    [
      'apt list',
      'Listing...\nlibc6/jammy-updates,now 2.35-0ubuntu3.8 amd64 [installed]\n',
      ['libc6', '2.35-0ubuntu3.8'],
    ],
    ['yum list', 'Installed Packages\nglibc.x86_64   2.17-317.el7   @base\n', ['glibc', '2.17-317.el7']],
    ['rpm -q', 'glibc-2.17-317.el7.x86_64\n', ['glibc', '2.17']],
    ['ldd --version', 'ldd (Ubuntu GLIBC 2.35-0ubuntu3.8) 2.35\n', ['glibc', '2.35']],
  ])('reads %s', (_command, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('cannot use a text without a C library', () => {
    expect(() => read('package glibc is not installed\n')).toThrow('names no C library');
  });
});
