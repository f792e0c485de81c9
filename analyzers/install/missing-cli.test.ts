import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingCli } from './missing-cli.ts';

const sbin = (...names: readonly string[]): string =>
  [
    '/opt/microsoft/mdatp/sbin:',
    'total 8',
    ...names.map((one) => `-rwxr-xr-x 1 root root 9 Jun  1 10:00 ${one}`),
    '',
  ].join('\n');
const LINK =
  'lrwxrwxrwx 1 root root 42 Mar 14 12:00 /usr/bin/mdatp -> /opt/microsoft/mdatp/sbin/wdavdaemonclient\n';
const STATUS =
  '● mdatp.service - x\n   Loaded: loaded (/x; enabled)\n   Active: active (running) since Sat\n';

testAnalyzer(missingCli, {
  found: [
    {
      name: 'a shell does not find it',
      files: { 'health.txt': 'sudo: mdatp: command not found\n', 'service_status.txt': STATUS },
      findings: [
        {
          text: 'The agent is installed and the command mdatp is not found: sudo: mdatp: command not found',
          at: ['health.txt:1', 'service_status.txt:3'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'its program is gone',
      files: { 'mde_directories.txt': sbin('wdavdaemon'), 'mde.xml': '<mdatp/>' },
      findings: [
        {
          text: 'The folder of the daemon does not hold wdavdaemonclient, which the command mdatp leads to',
          at: ['absent: /opt/microsoft/mdatp/sbin/wdavdaemonclient', 'mde_directories.txt:1'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'its program is there',
      files: { 'mde_directories.txt': sbin('wdavdaemon', 'wdavdaemonclient'), 'mde.xml': '<mdatp/>' },
    },
    { name: 'the command is listed', files: { 'ls_-l_mdatp.txt': LINK } },
    {
      name: 'one shell without a path beside the link itself',
      files: {
        'ls_-l_mdatp.txt': LINK,
        'health.txt': 'sh: 1: mdatp: not found\n',
        'service_status.txt': STATUS,
      },
    },
  ],
  blocked: [
    {
      name: 'nothing tells',
      files: { 'service_status.txt': STATUS },
      reason: 'Nothing tells whether the command is there.',
    },
    {
      name: 'a host that may never have had the agent',
      files: { 'health.txt': 'bash: mdatp: command not found\n', 'uname.txt': 'Linux db-01 5.14.0 x86_64\n' },
      reason: 'Whether the agent is installed is not in the bundle.',
    },
  ],
});
