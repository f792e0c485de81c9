import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { rhel6UnlistedKernel } from './rhel6-unlisted-kernel.ts';

const host = (minor: string, release: string) => ({
  'redhat-release': `Red Hat Enterprise Linux Server release 6${minor} (Santiago)\n`,
  uname: `Linux old-01 ${release} #1 SMP Tue Feb 21 00:53:17 EST 2017 x86_64 GNU/Linux\n`,
});

testAnalyzer(rhel6UnlistedKernel, {
  found: [
    {
      name: 'the first kernel of 6.9, which the list leaves out',
      profile: 'seed',
      files: host('.9', '2.6.32-696.el6.x86_64'),
      findings: [
        {
          text: 'Kernel 2.6.32-696.el6.x86_64 is not on the list for Red Hat Enterprise Linux Server 6.9',
          at: ['uname:1', 'redhat-release:1'],
        },
      ],
    },
    {
      name: 'a kernel of 6.10 between two listed ones',
      profile: 'seed',
      files: host('.10', '2.6.32-754.31.1.el6.x86_64'),
      findings: [
        {
          text: 'Kernel 2.6.32-754.31.1.el6.x86_64 is not on the list for Red Hat Enterprise Linux Server 6.10',
          at: ['uname:1', 'redhat-release:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'any kernel of 6.8', profile: 'seed', files: host('.8', '2.6.32-642.el6.x86_64') },
    { name: 'a later kernel of 6.9', profile: 'seed', files: host('.9', '2.6.32-696.16.1.el6.x86_64') },
    { name: 'a listed kernel of 6.10', profile: 'seed', files: host('.10', '2.6.32-754.35.1.el6.x86_64') },
  ],
  blocked: [
    {
      name: 'no uname',
      profile: 'seed',
      files: { 'redhat-release': 'CentOS release 6.9 (Final)\n' },
      missing: ['kernel.uname'],
    },
    {
      name: 'a minor release without a list',
      profile: 'seed',
      files: host('.5', '2.6.32-431.el6.x86_64'),
      reason: 'There is no kernel list for Red Hat Enterprise Linux Server 6.5.',
    },
    {
      name: 'a kernel of Oracle',
      profile: 'seed',
      files: host('.10', '4.1.12-124.52.4.el6uek.x86_64'),
      reason: 'No list names the kernel of Oracle, 4.1.12-124.52.4.el6uek.x86_64.',
    },
  ],
  notApplicable: [
    { name: 'another profile', files: host('.9', '2.6.32-696.el6.x86_64') },
    {
      name: 'RHEL 8',
      profile: 'seed',
      files: {
        'os-release': 'NAME="Red Hat Enterprise Linux"\nID=rhel\nVERSION_ID="8.10"\n',
        uname: 'Linux a 4.18.0-553.el8.x86_64 #1\n',
      },
      reason: 'The host runs Red Hat Enterprise Linux 8.10, not RHEL or CentOS 6.',
    },
  ],
});
