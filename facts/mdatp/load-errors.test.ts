import { describe, expect, it } from 'vitest';
import { readLines } from '../../test/harness/read-lines.ts';
import { loadErrors, type LoadErrors } from './load-errors.ts';

const read = (text: string): LoadErrors => readLines<LoadErrors>(loadErrors, { messages: text });

describe('mdatp.load-errors', () => {
  it('reads which library failed and why, once', () => {
    const line =
      'Mar 14 12:00:00 db-01 wdavdaemon[201]: /opt/microsoft/mdatp/sbin/wdavdaemon: error while loading shared libraries: libwdavdaemon_core.so: cannot enable executable stack as shared object requires: Permission denied\n';
    expect(read(line.repeat(2)).errors).toEqual([
      {
        value: {
          library: 'libwdavdaemon_core.so',
          reason: 'cannot enable executable stack as shared object requires: Permission denied',
        },
        at: { entry: 'messages', line: 1 },
      },
    ]);
  });

  it('leaves out the programs of others', () => {
    expect(
      read(
        'db-01 app[9]: /srv/app: error while loading shared libraries: libx.so: cannot open shared object file\n',
      ).errors,
    ).toEqual([]);
  });
});
