import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { kernelTooOld } from './kernel-too-old.ts';

const uname = (release: string): string =>
  `Linux web-03 ${release} #1 SMP Mon Jan 6 09:00:00 UTC 2025 x86_64 GNU/Linux\n`;

testAnalyzer(kernelTooOld, {
  found: [
    {
      name: 'an older build of the same upstream version',
      files: { uname: uname('3.10.0-229.el7.x86_64') },
      findings: [
        {
          text: 'The kernel is 3.10.0-229.el7.x86_64; the oldest supported one is 3.10.0-327',
          at: ['uname:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'a kernel of SLES 12', files: { uname: uname('4.12.14-122.37-default') } },

    { name: 'exactly the oldest', files: { uname: uname('3.10.0-327.el7.x86_64') } },
    {
      name: 'a later upstream version with a small build number',
      files: { uname: uname('4.4.0-21-generic') },
    },
    { name: 'a later patch level of 3.10', files: { uname: uname('3.10.107-1-default') } },
  ],
  blocked: [
    { name: 'no uname', files: {}, missing: ['kernel.uname', 'host.distribution'] },
    {
      name: '3.10.0 without its build',
      files: { uname: uname('3.10.0') },
      reason: 'The build of kernel 3.10.0 is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'a kernel of RHEL 6 on a host that nothing else names',
      files: { uname: uname('2.6.32-504.el6.x86_64') },
      reason: '2.6.32-504.el6.x86_64 is a kernel of RHEL 6, which has rules of its own.',
    },
    {
      name: 'RHEL 6 has a list of its own',
      files: {
        uname: uname('2.6.32-696.16.1.el6.x86_64'),
        'redhat-release': 'Red Hat Enterprise Linux Server release 6.9 (Santiago)\n',
      },
      reason: 'RHEL and CentOS 6 have rules of their own.',
    },
  ],
});
