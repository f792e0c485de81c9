import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { insideWsl } from './inside-wsl.ts';

const uname = (release: string, host = 'desk-04') => ({
  uname: `Linux ${host} ${release} #1 SMP Fri Mar 29 23:14:13 UTC 2024 x86_64 GNU/Linux\n`,
});

testAnalyzer(insideWsl, {
  found: [
    {
      name: 'a kernel of WSL 2',
      files: uname('5.15.153.1-microsoft-standard-WSL2'),
      findings: [
        {
          text: 'Kernel 5.15.153.1-microsoft-standard-WSL2 is that of the Windows Subsystem for Linux',
          at: ['uname:1'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a kernel of WSL 1',
      files: uname('4.4.0-19041-Microsoft'),
      findings: [
        { text: 'Kernel 4.4.0-19041-Microsoft is that of the Windows Subsystem for Linux', at: ['uname:1'] },
      ],
    },
  ],
  clean: [
    { name: 'a kernel that is built for Azure', files: uname('6.8.0-1021-azure') },
    { name: "Microsoft's own distribution", files: uname('5.15.167.1-2.cm2') },
    { name: 'a host whose name says WSL', files: uname('5.14.0-427.el9.x86_64', 'wsl2') },
  ],
  blocked: [{ name: 'no uname', files: {}, missing: ['kernel.uname'] }],
  notApplicable: [
    {
      name: 'no agent in the guest',
      files: {
        ...uname('4.4.0-19041-Microsoft'),
        'installed-debs': 'Desired=Unknown/Install/Remove/Purge/Hold\nii  bash  5.1  amd64  shell\n',
      },
      reason: 'The agent is not installed on this host.',
    },
  ],
});
