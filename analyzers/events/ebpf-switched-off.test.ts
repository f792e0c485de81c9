import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { ebpfSwitchedOff } from './ebpf-switched-off.ts';

const managed = (value: string): string =>
  `{\n  "features": {\n    "ebpfSupplementaryEventProvider": "${value}"\n  }\n}\n`;

testAnalyzer(ebpfSwitchedOff, {
  found: [
    {
      name: 'disabled by management',
      files: { 'mdatp_managed.json': managed('disabled') },
      findings: [
        {
          text: 'ebpfSupplementaryEventProvider is disabled in the managed settings',
          at: ['mdatp_managed.json:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    { name: 'enabled', files: { 'mdatp_managed.json': managed('enabled') } },
    { name: 'not set', files: { 'mdatp_managed.json': '{\n  "cloudService": {}\n}\n' } },
    {
      name: 'a kernel that hangs with it',
      files: {
        'mdatp_managed.json': managed('disabled'),
        'os-release': 'ID="ol"\nNAME="Oracle Linux Server"\nVERSION_ID="8.8"\n',
        'uname.txt': 'Linux db-01 5.15.0-0.30.20.el8uek.x86_64 #2 SMP x86_64 GNU/Linux\n',
      },
    },
  ],
  blocked: [
    {
      name: 'no managed settings',
      files: { 'health.txt': 'healthy : true\nlicensed : true\n' },
      missing: ['mdatp.managed', 'host.distribution', 'kernel.uname'],
    },
  ],
});
