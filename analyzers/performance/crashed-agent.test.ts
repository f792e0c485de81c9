import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { crashedAgent } from './crashed-agent.ts';

const SEGFAULT = 'wdavdaemon[4242]: segfault at 0 ip 00007f00 sp 00007ffe error 4\n';
const EXITED = 'systemd[1]: mdatp.service: Main process exited, code=dumped, status=11/SEGV\n';

testAnalyzer(crashedAgent, {
  found: [
    {
      name: 'one crash that the kernel, systemd and the collector of dumps tell of in three logs',
      files: {
        'dmesg.txt': `[Mon Nov 23 10:00:00 2026] ${SEGFAULT}`,
        'kern.log': `Nov 23 10:00:00 db-01 kernel: [  370.1] ${SEGFAULT}`,
        syslog: `Nov 23 10:00:00 db-01 kernel: [  370.1] ${SEGFAULT}Nov 23 10:00:01 db-01 systemd-coredump[9]: Process 4242 (wdavdaemon) of user 0 dumped core.\nNov 23 10:00:01 db-01 ${EXITED}`,
      },
      findings: [
        {
          text: 'The logs of the host tell of crashes: wdavdaemon, mdatp.service, by segfault, core dumped, SEGV (1×, Nov 23 10:00:00 – Nov 23 10:00:01)',
          at: ['syslog:1', 'syslog:2', 'syslog:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'two crashes of a service whose kernel is silent',
      files: {
        messages: `Nov 23 10:00:01 db-01 ${EXITED}`,
        'messages-20261120': `Nov 17 09:00:01 db-01 ${EXITED}`,
      },
      findings: [
        {
          text: 'The logs of the host tell of crashes: mdatp.service, by SEGV (2×, Nov 17 09:00:01 – Nov 23 10:00:01)',
          at: ['messages-20261120:1', 'messages:1'],
        },
      ],
    },
    {
      name: 'a trap',
      files: {
        'dmesg.txt':
          '[ 9.1] traps: wdavdaemon[1450] trap invalid opcode ip:7f2a sp:7f2b error:0 in libx.so[7f2a+1e]\n',
      },
      findings: [
        {
          text: 'The logs of the host tell of crashes: wdavdaemon, by trap invalid opcode (1×, 9 s after boot)',
          at: ['dmesg.txt:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'another program', files: { dmesg: '[ 9.1] java[1]: segfault at 0 ip 00007f00 sp 00007ffe\n' } },
    {
      name: 'the service was stopped',
      files: {
        messages:
          'Nov 23 10:00:01 db-01 systemd[1]: mdatp.service: Main process exited, code=killed, status=15/TERM\n',
      },
    },
  ],
  blocked: [{ name: 'no log', files: { uname: 'Linux a 5.4.0-1 #1\n' }, missing: ['mdatp.crash-log'] }],
});
