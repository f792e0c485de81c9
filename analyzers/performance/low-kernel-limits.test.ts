import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { lowKernelLimits } from './low-kernel-limits.ts';

const sysctl = (handles: string, groups = 128, marks = 65_536): string =>
  `fs.file-nr = ${handles}\nuser.max_fanotify_groups = ${groups}\nuser.max_fanotify_marks = ${marks}\n`;

testAnalyzer(lowKernelLimits, {
  found: [
    {
      name: 'nine of ten handles are in use',
      files: { 'sysctl.txt': sysctl('91204\t0\t100000') },
      findings: [
        {
          text: '91204 of 100000 file handles of the host are in use',
          at: ['sysctl.txt:1'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'somebody lowered what fanotify may use',
      files: { 'sysctl.txt': sysctl('4416\t0\t9223372036854775807', 4, 100) },
      findings: [
        {
          text: 'A user may have 4 groups of fanotify (user.max_fanotify_groups); fewer than 16 are few',
          at: ['sysctl.txt:2'],
          severity: 'info',
        },
        {
          text: 'A user may set 100 marks of fanotify (user.max_fanotify_marks); fewer than 1024 are few',
          at: ['sysctl.txt:3'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'limits as the kernel ships them',
      files: { 'sysctl.txt': sysctl('4416\t0\t9223372036854775807') },
    },
    { name: 'handles that exist and are free', files: { 'sysctl.txt': sysctl('95000\t90000\t100000') } },
    { name: 'a kernel without limits of fanotify', files: { 'sysctl.txt': 'fs.file-nr = 1 0 100\n' } },
  ],
  blocked: [{ name: 'no output of sysctl', files: { 'uname.txt': 'Linux db-01 5.14.0-427.el9.x86_64\n' } }],
  notApplicable: [
    {
      name: 'a host without the agent',
      files: {
        'mde.xml': '<mdatp><device_info><MDATP_Status>Not Installed</MDATP_Status></device_info></mdatp>',
        'sysctl_info.txt': sysctl('99\t0\t100'),
      },
      reason: 'The agent is not installed on this host.',
    },
  ],
});
