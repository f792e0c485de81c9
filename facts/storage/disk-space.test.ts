import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { diskSpace, filesystemOf } from './disk-space.ts';

function read(text: string): readonly unknown[] {
  return parseFact(diskSpace, text).value.filesystems.map(({ value }) => [
    value.source,
    value.type,
    value.sizeBytes,
    value.availableBytes,
    value.usedPercent,
    value.target,
  ]);
}

describe('storage.disk-space', () => {
  it('reads blocks of 1 KiB, with their lines', () => {
    const { value } = parseFact(
      diskSpace,
      'Filesystem 1K-blocks Used Available Use% Mounted on\n/dev/vda3 100 40 50 45% /\n',
    );
    expect(value.filesystems).toEqual([
      {
        value: {
          source: '/dev/vda3',
          sizeBytes: 102400,
          usedBytes: 40960,
          availableBytes: 51200,
          usedPercent: 45,
          target: '/',
        },
        at: { entry: 'file', line: 2 },
      },
    ]);
  });

  it('reads sizes for people, with a point or a comma', () => {
    expect(read('Filesystem Size Used Avail Use% Mounted on\n/dev/a 2.0G 1,5G 512M 75% /var\n')).toEqual([
      ['/dev/a', undefined, 2147483648, 536870912, 75, '/var'],
    ]);
  });

  it('reads the unit of other blocks', () => {
    expect(read('Filesystem 2MB-blocks Used Available Use% Mounted on\n/dev/a 10 5 5 50% /\n')).toEqual([
      ['/dev/a', undefined, 20000000, 10000000, 50, '/'],
    ]);
  });

  it('reads the column of types', () => {
    expect(
      read('Filesystem Type 1024-blocks Used Available Capacity Mounted on\n/dev/a xfs 4 1 3 25% /\n'),
    ).toEqual([['/dev/a', 'xfs', 4096, 3072, 25, '/']]);
  });

  it('joins a row that is wrapped behind a long source', () => {
    const long = '/dev/mapper/vg_of_a_very_long_name-lv_root';
    expect(read(`Filesystem 1K-blocks Used Available Use% Mounted on\n${long}\n     4 1 3 25% /\n`)).toEqual([
      [long, undefined, 4096, 3072, 25, '/'],
    ]);
  });

  it('reads a heading in another language', () => {
    expect(
      read('Dateisystem    1K-Blöcke Benutzt Verfügbar Verw% Eingehängt auf\n/dev/a 4 1 3 25% /\n'),
    ).toEqual([['/dev/a', undefined, 4096, 3072, 25, '/']]);
  });

  it('skips complaints and computes a share that is not written', () => {
    const text =
      'df: /run/x: Permission denied\nFilesystem 1K-blocks Used Available Use% Mounted on\nproc 0 0 0 - /proc\n';
    expect(read(text)).toEqual([['proc', undefined, 0, 0, 0, '/proc']]);
  });

  it('is not known where inodes are counted', () => {
    const text = 'Filesystem Inodes IUsed IFree IUse% Mounted on\n/dev/a 4 1 3 25% /\n';
    expect(() => parseFact(diskSpace, text)).toThrow('counts inodes');
  });

  it('refuses sizes without a unit', () => {
    expect(() => parseFact(diskSpace, '/dev/a 4 1 3 25% /\n')).toThrow('does not say the unit');
  });

  it('finds the file system of a path by the longest folder above it', () => {
    const { value } = parseFact(
      diskSpace,
      'Filesystem Size Used Avail Use% Mounted on\n/dev/a 9G 1G 8G 12% /\n/dev/b 9G 1G 8G 12% /var\n/dev/c 9G 1G 8G 12% /var/lib\n',
    );
    expect(filesystemOf(value, '/var/log')?.value.source).toBe('/dev/b');
    expect(filesystemOf(value, '/variant')?.value.source).toBe('/dev/a');
  });
});
