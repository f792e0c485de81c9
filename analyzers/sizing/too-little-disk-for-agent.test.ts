import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { tooLittleDiskForAgent } from './too-little-disk-for-agent.ts';

const df = (...rows: readonly string[]): string =>
  ['Filesystem     1K-blocks     Used Available Use% Mounted on', ...rows, ''].join('\n');

const ROOT = '/dev/sda1 52403200 9000000 43403200 18% /';

testAnalyzer(tooLittleDiskForAgent, {
  found: [
    {
      name: '/opt on a small file system of its own',
      files: { df: df(ROOT, '/dev/sdb1 3145728 1572864 1572864 50% /opt') },
      findings: [
        {
          text: 'The file system of /opt/microsoft/mdatp has 1.5 GiB left; profile 2026 asks for 2 GiB',
          at: ['df:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a custom path',
      files: {
        df: df(ROOT, '/dev/sdc1 3145728 2145728 1000000 69% /data'),
        'mde_path.json': '{"path": "/data/microsoft_mdatp"}',
      },
      findings: [
        {
          text: 'The file system of /data/microsoft_mdatp has 977 MiB left; profile 2026 asks for 2 GiB',
          at: ['df:3'],
        },
      ],
    },
  ],
  clean: [
    { name: 'space enough', files: { df: df(ROOT) } },
    { name: 'exactly two gibibytes', files: { df: df('/dev/sda1 52403200 50306048 2097152 96% /') } },
    {
      name: 'a small file system beside it',
      files: { df: df(ROOT, '/dev/sdb1 1048576 900000 148576 86% /opt/other') },
    },
  ],
  blocked: [
    { name: 'no df', files: {}, missing: ['storage.disk-space', 'mdatp.program-folder'] },
    {
      name: 'a list of other file systems',
      files: { df: df('/dev/sdb1 1048576 900000 148576 86% /data') },
      reason: 'No file system that could hold /opt/microsoft/mdatp is in the list.',
    },
  ],
  notApplicable: [
    {
      name: 'no agent on the host',
      files: { df: df(ROOT), 'installed-rpms': 'bash-5.1.8-6.el9.x86_64\n' },
      reason: 'The agent is not installed on this host.',
    },
  ],
});
