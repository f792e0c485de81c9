import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { crashDumpsPresent } from './crash-dumps-present.ts';

const MARKER = { 'mde.xml': '<mdatp><device_info></device_info></mdatp>' };
const STATE = 'mde_diagnostic/var/opt/microsoft/mdatp/wdav_crash_state';
const SEGFAULT = 'kernel: wdavdaemon[4242]: segfault at 0 ip 00007f00 sp 00007ffe error 4';

testAnalyzer(crashDumpsPresent, {
  found: [
    {
      name: 'one dump',
      files: { ...MARKER, 'crashes/wdavdaemon-1.dmp': 'MDMP' },
      findings: [
        {
          text: 'The agent left a crash dump: wdavdaemon-1.dmp',
          at: ['crashes/wdavdaemon-1.dmp'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'several dumps, and what the kernel says',
      files: {
        ...MARKER,
        'crashes/a.dmp': 'MDMP',
        'crashes/b.dmp': 'MDMP',
        'dmesg.txt': `${SEGFAULT}\n`,
      },
      findings: [
        {
          text: 'The agent left 2 crash dumps, the newest of them a.dmp',
          at: ['crashes/a.dmp', 'crashes/b.dmp', 'dmesg.txt:1'],
        },
      ],
    },
    {
      name: 'the logs of a sosreport',
      files: { 'sos_commands/a/b': 'x', 'var/log/messages': `Oct 14 09:00:00 db-01 ${SEGFAULT}\n` },
      findings: [
        {
          text: 'The logs of the system tell of a crash of wdavdaemon (segfault)',
          at: ['var/log/messages:1'],
        },
      ],
    },
    {
      name: 'the count of the agent',
      files: { ...MARKER, [STATE]: '{"uploadCount": 2}' },
      findings: [{ text: 'The agent counts 2 crashes of its own', at: [`${STATE}:1`] }],
    },
  ],
  clean: [
    { name: 'the count is zero', files: { ...MARKER, [STATE]: '{"uploadCount": 0}' } },
    {
      name: 'another program crashed',
      files: { ...MARKER, 'dmesg.txt': 'kernel: java[1]: segfault at 0 ip 00007f00 sp 00007ffe error 4\n' },
    },
    {
      name: 'the service was stopped',
      files: {
        ...MARKER,
        'dmesg.txt': 'systemd[1]: mdatp.service: Main process exited, code=killed, status=15/TERM\n',
      },
    },
  ],
  blocked: [
    {
      name: 'nothing that would show it',
      files: MARKER,
      missing: ['mdatp.crash-dumps', 'mdatp.crash-state', 'mdatp.crash-log'],
      reason: 'Nothing in the bundle would show crashes of the agent.',
    },
  ],
});
