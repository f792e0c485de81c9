import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { links, type Links } from './links.ts';

const parse = (text: string, path = 'mde_directories.txt'): Links =>
  parseFact<Links>(links, { [path]: text }).value;
const row = (path: string, target: string): string =>
  `   131073      0 lrwxrwxrwx   1 root     root            7 Mar 14  2025 ${path} -> ${target}\n`;

describe('storage.links', () => {
  it('reads the list that a sosreport holds', () => {
    const text =
      row('/bin', 'usr/bin') +
      row('/lib', 'usr/lib') +
      row('/opt', '/data/opt') +
      row('/etc/mtab', '../proc/mounts');
    const found = parse(text, 'sos_commands/host/find_.maxdepth_2_-type_l_-ls');
    expect(found.links[2]).toEqual({
      value: { path: '/opt', target: '/data/opt' },
      at: { entry: 'sos_commands/host/find_.maxdepth_2_-type_l_-ls', line: 3 },
    });
    expect(found.allOfRoot).toBe('sos_commands/host/find_.maxdepth_2_-type_l_-ls');
  });

  it('does not take a part for the whole', () => {
    const text = '/opt/microsoft/mdatp/lib:\nlrwxrwxrwx 1 root root 9 Mar 14 12:00 libx.so -> libx.so.1\n';
    expect(parse(text)).toEqual({
      links: [
        {
          value: { path: '/opt/microsoft/mdatp/lib/libx.so', target: 'libx.so.1' },
          at: { entry: 'mde_directories.txt', line: 2 },
        },
      ],
      folders: [],
      allOfRoot: undefined,
    });
  });

  it('reads what stat says of a link', () => {
    expect(parse("  File: '/var' -> '/data/var'\n  Size: 9\n").links).toEqual([
      { value: { path: '/var', target: '/data/var' }, at: { entry: 'mde_directories.txt', line: 1 } },
    ]);
  });

  it('knows a folder by its row', () => {
    expect(parse('drwxr-xr-x 4 root root 4096 Mar 14 12:00 /opt\n').folders).toEqual([
      { value: '/opt', at: { entry: 'mde_directories.txt', line: 1 } },
    ]);
  });

  it('refuses a text without links', () => {
    expect(() => parse('total 0\n')).toThrow('no file lists links');
  });
});
