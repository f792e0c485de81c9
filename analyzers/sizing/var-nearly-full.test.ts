import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { varNearlyFull } from './var-nearly-full.ts';

const df = (...rows: readonly string[]): string =>
  ['Filesystem     1K-blocks     Used Available Use% Mounted on', ...rows, ''].join('\n');

testAnalyzer(varNearlyFull, {
  found: [
    {
      name: '/var at 97 %',
      files: {
        df: df('/dev/sda1 52403200 9000000 43403200 18% /', '/dev/sdb1 10475520 10161254 314266 97% /var'),
      },
      findings: [
        {
          text: 'The file system of /var is 97 % full with 307 MiB left',
          at: ['df:3'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'one file system for all, with a gigabyte left',
      files: { df: df('/dev/sda1 52403200 51154624 1248576 91% /') },
      findings: [
        {
          text: 'The file system of /var and of the agent has 1.2 GiB left',
          at: ['df:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'subvolumes of one device',
      files: {
        df: df(
          '/dev/vda3 52403200 51154624 1248576 91% /',
          '/dev/vda3 52403200 51154624 1248576 91% /var',
          '/dev/vda3 52403200 51154624 1248576 91% /opt',
        ),
      },
      findings: [
        { text: 'The file system of /var and of the agent has 1.2 GiB left', at: ['df:3'], severity: 'high' },
      ],
    },
    {
      name: 'a file system of its own with a gigabyte left',
      files: {
        df: df('/dev/sda1 52403200 9000000 43403200 18% /', '/dev/sdb1 10475520 9226944 1248576 89% /var'),
      },
      findings: [{ text: 'The file system of /var has 1.2 GiB left', at: ['df:3'], severity: 'medium' }],
    },
    {
      name: 'a bound that the user set',
      thresholds: { 'sizing.full-percent': 80 },
      files: {
        df: df('/dev/sda1 52403200 9000000 43403200 18% /', '/dev/sdb1 10475520 8275660 2199860 80% /var'),
      },
      findings: [
        {
          text: 'The file system of /var is 80 % full with 2.1 GiB left',
          at: ['df:3'],
          severity: 'critical',
        },
      ],
    },
  ],
  clean: [
    { name: 'space enough', files: { df: df('/dev/sda1 52403200 9000000 43403200 18% /') } },
    {
      name: 'a large disk at 96 % has space enough',
      files: { df: df('/dev/sda1 1048576000 1006632960 41943040 96% /') },
    },
  ],
  blocked: [
    {
      name: 'a list without a file system that could hold it',
      files: { df: df('/dev/sdb1 10475520 10161254 314266 97% /data') },
      reason: 'No file system that could hold /var is in the list.',
    },
    { name: 'no df', files: {}, missing: ['storage.disk-space', 'mdatp.program-folder'] },
  ],
});
