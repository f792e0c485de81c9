import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { leakingFileDescriptors } from './leaking-file-descriptors.ts';

const HEADER = 'COMMAND     PID   TID TASKCMD         USER   FD      TYPE DEVICE SIZE/OFF   NODE NAME\n';
const open = (count: number, thread = ''): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `wdavdaemo  1183  ${thread.padEnd(20)} root ${index + 3}u  IPv4  25110      0t0    TCP 192.0.2.7:443\n`,
  ).join('');

testAnalyzer(leakingFileDescriptors, {
  found: [
    {
      name: 'more than the threshold',
      files: { 'lsof.txt': HEADER + open(20_001) },
      findings: [
        {
          text: 'The daemon of process 1183 holds 20001 files open; more than 20000 are very many',
          at: ['lsof.txt:2'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    { name: 'as many as the threshold', files: { 'lsof.txt': HEADER + open(20_000) } },
    {
      name: 'the same files of many threads',
      files: { 'lsof.txt': HEADER + open(8000) + open(8000, '1240 fanotify_') + open(8000, '1241 scan') },
    },
  ],
  blocked: [
    { name: 'no list of open files', files: { 'uname.txt': 'Linux db-01 5.14.0-427.el9.x86_64\n' } },
    {
      name: 'a list made without root',
      files: {
        'lsof.txt': `${HEADER}wdavdaemo  1183   root  cwd  unknown   /proc/1183/cwd (readlink: Permission denied)\n`,
      },
      reason: 'The list of open files shows none of the agent.',
    },
  ],
  notApplicable: [
    {
      name: 'a host without the agent',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>',
      },
    },
  ],
});
