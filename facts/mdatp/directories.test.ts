import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { directories, type Directories } from './directories.ts';

const parse = (text: string): Directories => parseFact<Directories>(directories, text).value;

describe('mdatp.directories', () => {
  it('reads the blocks of ls -lR', () => {
    expect(
      parse(
        '/opt/microsoft/mdatp/sbin:\ntotal 12\n-rw-r--r--. 1 root root 12345 Mar 14 12:00 wdavdaemon\nlrwxrwxrwx 1 root mdatp 20 2026-03-14 12:00 a link -> /x\n',
      ).files,
    ).toEqual([
      {
        value: {
          path: '/opt/microsoft/mdatp/sbin/wdavdaemon',
          mode: '-rw-r--r--',
          owner: 'root',
          group: 'root',
          size: 12345,
        },
        at: { entry: 'file', line: 3 },
      },
      {
        value: {
          path: '/opt/microsoft/mdatp/sbin/a link',
          mode: 'lrwxrwxrwx',
          owner: 'root',
          group: 'mdatp',
          size: 20,
          target: '/x',
        },
        at: { entry: 'file', line: 4 },
      },
    ]);
  });

  it('reads rows with a full path', () => {
    const { files } = parse(
      'lrwxrwxrwx 1 root root 9 Mar 14 2025 /opt -> /data/opt\n-rwxr-xr-x 1 root root 1 Mar 14 12:00 /usr/bin/mdatp\n-rw-r--r-- 1 root root 1 Mar 14 12:00 /etc/hosts\n',
    );
    expect(files.map(({ value }) => value.path)).toEqual(['/opt', '/usr/bin/mdatp']);
  });

  it('names the folders whose content is listed', () => {
    expect(
      parse('/opt/microsoft/mdatp/sbin:\ntotal 4\n-rwxr-xr-x 1 root root 1 Mar 14 12:00 wdavdaemon\n')
        .folders,
    ).toEqual([{ value: '/opt/microsoft/mdatp/sbin', at: { entry: 'file', line: 1 } }]);
  });

  it('reads a link in place of the folder of the agent', () => {
    expect(
      parse(
        'lrwxrwxrwx 1 root root 40 Mar 14 12:00 /opt/microsoft/mdatp -> /data/microsoft_mdatp/opt/microsoft/mdatp\n',
      ).files[0]?.value,
    ).toMatchObject({ path: '/opt/microsoft/mdatp', target: '/data/microsoft_mdatp/opt/microsoft/mdatp' });
  });

  it('reads blocks of stat', () => {
    expect(
      parse(
        '  File: ‘/var/log/microsoft’\n  Size: 4096      \tBlocks: 8          IO Block: 4096   directory\nDevice: 802h/2050d\tInode: 1\nAccess: (0755/drwxr-xr-x)  Uid: (    0/    root)   Gid: (    0/    root)\nAccess: 2026-03-14 12:00:00\n',
      ).files,
    ).toEqual([
      {
        value: { path: '/var/log/microsoft', mode: 'drwxr-xr-x', owner: 'root', group: 'root', size: 4096 },
        at: { entry: 'file', line: 4 },
      },
    ]);
  });

  it('refuses a list without files of the agent', () => {
    expect(() => parse('total 0\n')).toThrow('lists no file of the agent');
  });
});
