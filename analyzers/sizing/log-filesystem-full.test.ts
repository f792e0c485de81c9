import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { logFilesystemFull } from './log-filesystem-full.ts';

const df = (...rows: readonly string[]): string =>
  ['Filesystem     1K-blocks     Used Available Use% Mounted on', ...rows, ''].join('\n');
const ROOT = '/dev/sda1 52403200 9000000 43403200 18% /';

testAnalyzer(logFilesystemFull, {
  found: [
    {
      name: 'a file system for the logs of audit',
      files: {
        df: df(
          ROOT,
          '/dev/sdb1 10475520 900000 9575520 9% /var/log',
          '/dev/sdc1 1048576 1038091 10485 100% /var/log/audit',
        ),
      },
      findings: [
        {
          text: 'The file system of /var/log/audit is 100 % full with 10 MiB left',
          at: ['df:4'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'both on the file system of the logs',
      files: { df: df(ROOT, '/dev/sdb1 10475520 9951744 523776 95% /var/log') },
      findings: [{ text: 'The file system of /var/log/audit is 95 % full with 512 MiB left', at: ['df:3'] }],
    },
    {
      name: 'a bound that the user set',
      thresholds: { 'sizing.full-percent': 60 },
      files: { df: df(ROOT, '/dev/sdb1 10475520 6285312 4190208 60% /var/log') },
      findings: [{ text: 'The file system of /var/log/audit is 60 % full with 4 GiB left', at: ['df:3'] }],
    },
  ],
  clean: [
    { name: '94 %', files: { df: df(ROOT, '/dev/sdb1 10475520 9846989 628531 94% /var/log') } },
    { name: 'a large disk at 97 %', files: { df: df('/dev/sda1 1048576000 1017118720 31457280 97% /') } },
    {
      name: 'another file system that is full',
      files: { df: df(ROOT, '/dev/sdb1 1048576 1048576 0 100% /var/logs') },
    },
  ],
  blocked: [
    { name: 'no df', files: {}, missing: ['storage.disk-space'] },
    {
      name: 'a list of other file systems',
      files: { df: df('/dev/sdb1 1048576 900000 148576 86% /data') },
      reason: 'No file system that could hold the logs is in the list.',
    },
  ],
});
