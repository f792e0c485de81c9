import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tarOf, zipOf } from './pack.ts';

const modified = new Date('2026-10-14T09:12:40Z');

describe('tarOf', () => {
  it('writes a header with its checksum and pads the content', () => {
    const tar = tarOf([{ path: 'etc/hosts', content: '127.0.0.1 localhost\n' }], { modified });
    expect(tar.length).toBe(2048);
    expect(tar.toString('latin1', 0, 9)).toBe('etc/hosts');
    expect(tar.toString('latin1', 512, 532)).toBe('127.0.0.1 localhost\n');
    const sum = tar
      .subarray(0, 512)
      .reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
    expect(Number.parseInt(tar.toString('latin1', 148, 154), 8)).toBe(sum);
  });

  it('marks a symbolic link with its target', () => {
    const tar = tarOf([{ path: 'etc/os-release', link: '../usr/lib/os-release' }]);
    expect(tar.toString('latin1', 156, 178)).toBe('2../usr/lib/os-release');
  });

  it('puts a name of more than 100 bytes into a PAX record that counts its own length', () => {
    const path = `logs/${'x'.repeat(120)}`;
    expect(tarOf([{ path }]).toString('latin1', 512, 512 + 135)).toBe(`135 path=${path}\n`);
  });
});

describe('zipOf', () => {
  it('gives the same bytes for the same files', () => {
    const files = [{ path: 'health.txt', content: 'healthy : true\n' }];
    expect(zipOf(files, { modified }).equals(zipOf(files, { modified }))).toBe(true);
  });

  it('deflates the content', () => {
    const zip = zipOf([{ path: 'a', content: 'abc' }]);
    const size = zip.readUInt32LE(18);
    expect(inflateRawSync(zip.subarray(40, 40 + size)).toString()).toBe('abc');
  });

  it('keeps the content as it is where asked', () => {
    expect(zipOf([{ path: 'a', content: 'abc' }], { stored: true }).toString('latin1', 40, 43)).toBe('abc');
  });

  it('writes the mode of a symbolic link into the directory', () => {
    const zip = zipOf([{ path: 'a', link: 'b' }], { stored: true });
    const directory = zip.indexOf('PK\x01\x02', 0, 'latin1');
    expect(zip.readUInt32LE(directory + 38) >>> 16).toBe(0o120777);
  });
});
