import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { logFolder } from './log-folder.ts';

describe('mdatp.log-folder', () => {
  it('adds up the files of the listing, those of folders within too', async () => {
    const text =
      '/var/log/microsoft/mdatp:\ntotal 9\n-rw-r--r-- 1 root root 1000 Oct 14 09:10 install.log\ndrwxr-xr-x 2 root root 4096 Oct 14 09:10 rotated\n\n/var/log/microsoft/mdatp/rotated:\ntotal 9\n-rw-r--r-- 1 root root 5000 Oct 14 09:10 microsoft_defender.log00001\n';
    const found = await factInBundle(logFolder, { 'mde_directories.txt': text });
    expect(found).toEqual({
      bytes: 6000,
      files: 2,
      largest: [
        {
          path: '/var/log/microsoft/mdatp/rotated/microsoft_defender.log00001',
          bytes: 5000,
          at: { entry: 'mde_directories.txt', line: 8 },
        },
        {
          path: '/var/log/microsoft/mdatp/install.log',
          bytes: 1000,
          at: { entry: 'mde_directories.txt', line: 3 },
        },
      ],
    });
  });

  it("adds up the logs in the agent's own archive", async () => {
    const found = await factInBundle(logFolder, {
      'var/log/microsoft/mdatp/install.log': 'x'.repeat(100),
      'var/opt/microsoft/mdatp/wdavhistory': '{}',
    });
    expect([found?.bytes, found?.files]).toEqual([100, 1]);
  });

  it('is not known where the folder is not listed', async () => {
    const text = '/opt/microsoft/mdatp/sbin:\n-rwxr-xr-x 1 root root 9 Oct 14 09:10 wdavdaemon\n';
    expect(await factInBundle(logFolder, { 'mde_directories.txt': text })).toBeUndefined();
  });
});
