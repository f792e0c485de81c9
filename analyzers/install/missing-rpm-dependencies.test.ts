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
    {
      name: 'an old C library is all that a bundle without packages tells',
      files: {
        'mde.xml': '<mdatp/>',
        'os-release': SLES,
        'libc_info.txt': 'Name        : glibc\nVersion     : 2.11.3\n',
      },
      findings: [{ text: 'Package glibc is 2.11.3; at least 2.17 is needed', at: ['libc_info.txt:2'] }],
    },
    {
      name: 'an agent of the time of auditd lacks audit and the tools of SELinux',
      profile: 'seed',
      files: {
        'os-release': RHEL,
        'installed-rpms': rpms(
          'mdatp-101.98.30-1.x86_64',
          'selinux-policy-targeted-3.14.3-139.el8.noarch',
          ...NEEDED,
        ),
      },
      findings: [
        { text: 'Package audit is not installed', at: ['absent: audit', 'installed-rpms:1'] },
        {
          text: 'Package policycoreutils-python-utils is not installed',
          at: ['absent: policycoreutils-python-utils or policycoreutils-python', 'installed-rpms:1'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'SUSE has no targeted policy',
      files: {
        'os-release': SLES,
        'installed-rpms': rpms(
          'mdatp-101.26062.0007-1.x86_64',
          'glibc-2.31-1.x86_64',
          'mde-netfilter-100.69.59-1.x86_64',
        ),
      },
    },
    {
      name: 'the last agent with auditd has audit, and never needed the tools of SELinux',
      profile: '2025',
      files: {
        'os-release': RHEL,
        'installed-rpms': rpms(
          'mdatp-101.24072.0001-1.x86_64',
          'audit-3.1.2-1.el8.x86_64',
          'selinux-policy-targeted-3.14.3-139.el8.noarch',
          ...NEEDED,
        ),
      },
    },
    {
      name: 'the next agent needs no audit',
      profile: '2025',
      files: {
        'os-release': RHEL,
        'installed-rpms': rpms(
          'mdatp-101.24082.0004-1.x86_64',
          'selinux-policy-targeted-3.14.3-139.el8.noarch',
          ...NEEDED,
        ),
      },
    },
  ],
  blocked: [
    {
      name: 'no list of packages',
      files: { 'os-release': RHEL },
      reason: 'No list of packages is in the bundle.',
    },
    {
      name: 'the C library in order, and nothing else known of packages',
      files: {
        'mde.xml': '<mdatp/>',
        'os-release': RHEL,
        'libc_info.txt': 'Name        : glibc\nVersion     : 2.28\n',
      },
      reason: 'No list of packages is in the bundle.',
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
