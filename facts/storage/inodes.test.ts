import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { inodes, inodesOf, type Inodes } from './inodes.ts';

const parse = (text: string): Inodes => parseFact<Inodes>(inodes, text).value;

describe('storage.inodes', () => {
  it('reads df -i', () => {
    expect(
      parse(
        'Filesystem      Inodes  IUsed   IFree IUse% Mounted on\n/dev/vda3      3276800 182340 3094460    6% /\n',
      ).filesystems,
    ).toEqual([
      {
        value: {
          source: '/dev/vda3',
          total: 3276800,
          used: 182340,
          free: 3094460,
          usedPercent: 6,
          target: '/',
        },
        at: { entry: 'file', line: 2 },
      },
    ]);
  });

  it('reads the type where it is listed', () => {
    const text =
      'Filesystem     Type   Inodes IUsed  IFree IUse% Mounted on\n/dev/vda3      xfs   3276800 99 3276701    1% /\nproc           proc        0     0      0     - /proc\n';
    expect(parse(text).filesystems.map(({ value }) => [value.type, value.usedPercent])).toEqual([
      ['xfs', 1],
      ['proc', 0],
    ]);
  });

  it('leaves a list of space to the other fact', () => {
    const text = 'Filesystem 1K-blocks Used Available Use% Mounted on\n/dev/vda3 100 50 50 50% /\n';
    expect(() => parse(text)).toThrow('counts no inodes');
  });

  it('finds what holds a path; what is mounted over it counts', () => {
    const text =
      'Filesystem Inodes IUsed IFree IUse% Mounted on\n/dev/vda3 100 5 95 5% /\nsystemd-1 0 0 0 - /var\n/dev/vdb1 0 0 0 - /var\n/dev/vdc1 200 199 1 100% /opt\n';
    const found = parse(text);
    expect(inodesOf(found, '/var/log')?.value.source).toBe('/dev/vdb1');
    expect(inodesOf(found, '/opt')?.value.usedPercent).toBe(100);
    expect(inodesOf(found, '/options')?.value.target).toBe('/');
  });
});
