import { describe, expect, it } from 'vitest';
import { lsFolder, lsPath, lsRow } from './ls-row.ts';

describe('lsRow', () => {
  it('reads a row of ls -l', () => {
    expect(lsRow('-rwxr-xr-x. 1 root mdatp 4211816 Aug 18 11:20 wdavdaemon')).toEqual({
      mode: '-rwxr-xr-x',
      owner: 'root',
      group: 'mdatp',
      size: 4211816,
      name: 'wdavdaemon',
    });
  });

  it('reads a link of find -ls', () => {
    const row = lsRow(
      '   131073      0 lrwxrwxrwx   1 root     root            9 Mar 14  2025 /opt -> /data/opt',
    );
    expect(row?.name).toBe('/opt');
    expect(row?.target).toBe('/data/opt');
  });

  it('reads a row with a context of SELinux', () => {
    const row = lsRow('lrwxrwxrwx. 1 root root system_u:object_r:usr_t:s0 8 Mar 14 12:00 opt -> data/opt');
    expect(row).toMatchObject({ size: 8, name: 'opt', target: 'data/opt' });
  });

  it('takes an arrow in the name of a file for a part of the name', () => {
    expect(lsRow('-rw-r--r-- 1 root root 1 Mar 14 12:00 a -> b')?.name).toBe('a -> b');
  });

  it('knows no row in other lines', () => {
    expect(lsRow('total 28')).toBeUndefined();
  });
});

describe('lsFolder and lsPath', () => {
  it('name the file by its folder', () => {
    expect(lsFolder('/opt/microsoft/mdatp/sbin:')).toBe('/opt/microsoft/mdatp/sbin');
    expect(lsPath('/', 'opt')).toBe('/opt');
    expect(lsPath('/opt', '.')).toBe('/opt');
    expect(lsPath(undefined, 'opt')).toBeUndefined();
  });
});
