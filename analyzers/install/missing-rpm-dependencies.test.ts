import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingRpmDependencies } from './missing-rpm-dependencies.ts';

const RHEL = 'NAME="Red Hat Enterprise Linux"\nID="rhel"\nVERSION_ID="8.10"\n';
const SLES = 'NAME="SLES"\nID="sles"\nVERSION_ID="15.5"\n';
const NEEDED = [
  'glibc-2.28-251.el8.x86_64',
  'policycoreutils-2.9-26.el8.x86_64',
  'mde-netfilter-100.69.59-1.x86_64',
];
const rpms = (...packages: readonly string[]): string => `${packages.join('\n')}\n`;

testAnalyzer(missingRpmDependencies, {
  found: [
    {
      name: 'the policy of SELinux is not there',
      files: { 'os-release': RHEL, 'installed-rpms': rpms('mdatp-101.26062.0007-1.x86_64', ...NEEDED) },
      findings: [
        {
          text: 'Package selinux-policy-targeted is not installed',
          at: ['absent: selinux-policy-targeted', 'installed-rpms:1'],
        },
      ],
    },
    {
      name: 'an old C library',
      files: {
        'os-release': SLES,
        'installed-rpms': rpms('mdatp-101.26062.0007-1.x86_64', 'glibc-2.11.3-17.x86_64', ...NEEDED.slice(1)),
      },
      findings: [{ text: 'Package glibc is 2.11.3; at least 2.17 is needed', at: ['installed-rpms:2'] }],
    },
  ],
  clean: [
    {
      name: 'SUSE has no targeted policy',
      files: { 'os-release': SLES, 'installed-rpms': rpms('mdatp-101.26062.0007-1.x86_64', ...NEEDED) },
    },
  ],
  blocked: [
    {
      name: 'no list of packages',
      files: { 'os-release': RHEL },
      missing: ['packages.installed'],
    },
  ],
  notApplicable: [
    {
      name: 'a host with deb',
      files: { 'os-release': 'NAME="Ubuntu"\nID=ubuntu\nVERSION_ID="22.04"\n' },
      reason: 'Ubuntu 22.04 has no rpm packages.',
    },
  ],
});
