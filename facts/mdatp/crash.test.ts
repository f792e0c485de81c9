import { describe, expect, it } from 'vitest';
import { parseFact } from '../../test/harness/parse-fact.ts';
import { readLines } from '../../test/harness/read-lines.ts';
import { crashDumps } from './crash-dumps.ts';
import { crashLog } from './crash-log.ts';
import { crashState } from './crash-state.ts';

describe('mdatp.crash-state', () => {
  it('reads the count, as a number or as a text', () => {
    expect(parseFact(crashState, '{"uploadCount":3}').value.uploadCount).toEqual({
      value: 3,
      at: { entry: 'file', line: 1 },
    });
    expect(parseFact(crashState, '{\n"uploadCount": "2"}').value.uploadCount?.value).toBe(2);
  });

  it('knows no count where there is none', () => {
    expect(parseFact(crashState, '{}').value.uploadCount).toBeUndefined();
    expect(parseFact(crashState, '{"uploadCount": null}').value.uploadCount).toBeUndefined();
    expect(() => parseFact(crashState, 'x')).toThrow('is no JSON');
  });
});

describe('mdatp.crash-dumps', () => {
  it('lists dumps, newest first, and nothing else', () => {
    const { plan } = crashDumps;
    if (plan.kind !== 'entries') throw new Error('no entries fact');
    const file = (path: string, modified: string) =>
      ({ path, kind: 'file', size: 9, modified: new Date(modified) }) as const;
    const { dumps } = plan.read(
      [
        { path: 'crashes', kind: 'folder' as const, size: 0 },
        file('crashes/a.dmp', '2026-01-01T00:00:00Z'),
        file('crashes/b.dmp', '2026-02-01T00:00:00Z'),
        file('crashes/readme.txt', '2026-03-01T00:00:00Z'),
      ].values(),
      () => undefined,
    );
    expect(dumps.map(({ entry }) => entry)).toEqual(['crashes/b.dmp', 'crashes/a.dmp']);
  });
});

describe('mdatp.crash-log', () => {
  it('takes crashes of the agent and no others', () => {
    const { crashes, count } = readLines(crashLog, {
      messages: `Oct 14 09:00:00 db-01 kernel: wdavdaemon[4242]: segfault at 0 ip 00007f00 sp 00007ffe error 4
Oct 14 09:00:00 db-01 kernel: traps: wdavdaemon_ente[77] general protection fault ip:7f00 sp:7ffe error:0
Oct 14 09:00:01 db-01 systemd[1]: mdatp.service: Main process exited, code=dumped, status=11/SEGV
Oct 14 09:00:01 db-01 systemd-coredump[9]: Process 4242 (wdavdaemon) of user 0 dumped core.
Oct 14 09:00:02 db-01 kernel: java[9]: segfault at 0 ip 00007f00 sp 00007ffe error 4
Oct 14 09:00:03 db-01 systemd[1]: mdatp.service: Main process exited, code=exited, status=1/FAILURE
Oct 14 09:00:03 db-01 systemd[1]: mdatp.service: Main process exited, code=killed, status=15/TERM
Oct 14 09:00:04 db-01 systemd[1]: httpd.service: Main process exited, code=dumped, status=11/SEGV
`,
    });
    // Two by the kernel; systemd and the collector of dumps tell of the first again.
    expect(count).toBe(2);
    expect(crashes.map(({ value, at }) => [value.process, value.how, at.line])).toEqual([
      ['wdavdaemon', 'segfault', 1],
      ['wdavdaemon_ente', 'general protection', 2],
      ['mdatp.service', 'SEGV', 3],
      ['wdavdaemon', 'core dumped', 4],
    ]);
  });
});
