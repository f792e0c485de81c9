import { describe, expect, it } from 'vitest';
import { factInBundle } from '../../test/harness/fact-in-bundle.ts';
import { agentOpenFiles } from './open-files.ts';

const HEADER = 'COMMAND     PID   TID TASKCMD         USER   FD      TYPE DEVICE SIZE/OFF   NODE NAME\n';

describe('process.agent-open-files', () => {
  it('counts each handle of a process once, whatever its threads', async () => {
    const text =
      HEADER +
      'wdavdaemo  1183                       root  cwd       DIR    8,2     4096 262210 /opt/microsoft/mdatp/sbin\n' +
      'wdavdaemo  1183                       root   18r  a_inode   0,14        0   1057 [fanotify]\n' +
      'wdavdaemo  1183  1240 fanotify_       root   18r  a_inode   0,14        0   1057 [fanotify]\n' +
      'wdavdaemo  1183                       root   27u  a_inode   0,14        0   1057 bpf-prog\n' +
      'wdavdaemo  1402                          0   11wW     REG  253,0   910212 393241 /var/log/x\n' +
      'nginx      1520                       root    6u     IPv4  25110      0t0    TCP *:https (LISTEN)\n';
    const value = await factInBundle(agentOpenFiles, { 'lsof.txt': text });
    expect(value?.processes).toEqual([
      { value: { pid: 1183, files: 2 }, at: expect.objectContaining({ line: 3 }) as unknown },
      { value: { pid: 1402, files: 1 }, at: expect.objectContaining({ line: 6 }) as unknown },
    ]);
  });

  it('counts nothing of another program that looks at the daemon', async () => {
    const text = `${HEADER}vim 88 root 3r REG 8,2 10 99 /opt/microsoft/mdatp/sbin/wdavdaemon\n`;
    expect((await factInBundle(agentOpenFiles, { 'lsof.txt': text }))?.processes).toEqual([]);
  });
});
