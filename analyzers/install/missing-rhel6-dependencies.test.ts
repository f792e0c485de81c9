import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingRhel6Dependencies } from './missing-rhel6-dependencies.ts';

const RHEL6 = 'Red Hat Enterprise Linux Server release 6.9 (Santiago)\n';
const AGENT = 'mdatp-101.23082.0011-1.x86_64';
const NEEDED = [
  'audit-2.4.5-6.el6.x86_64',
  'policycoreutils-2.0.83-30.1.el6_8.x86_64',
  'libselinux-2.0.94-7.el6.x86_64',
];
const rpms = (...packages: readonly string[]): string => `${packages.join('\n')}\n`;

testAnalyzer(missingRhel6Dependencies, {
  found: [
    {
      name: 'mde-netfilter is not there',
      profile: 'seed',
      files: { 'redhat-release': RHEL6, 'installed-rpms': rpms(AGENT, ...NEEDED) },
      findings: [
        {
          text: 'Package mde-netfilter is not installed',
          at: ['absent: mde-netfilter', 'installed-rpms:1'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'all are there',
      profile: 'seed',
      files: {
        'redhat-release': RHEL6,
        'installed-rpms': rpms(AGENT, ...NEEDED, 'mde-netfilter-100.69.59-1.x86_64'),
      },
    },
  ],
  blocked: [
    {
      name: 'no list of packages',
      profile: 'seed',
      files: { 'redhat-release': RHEL6 },
      missing: ['packages.installed'],
      reason: 'No list of packages is in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'a later release',
      files: {
        'redhat-release': 'Red Hat Enterprise Linux release 8.10 (Ootpa)\n',
        'installed-rpms': rpms('mdatp-101.26062.0007-1.x86_64'),
      },
      reason: 'The host runs Red Hat Enterprise Linux 8.10, not RHEL or CentOS 6.',
    },
  ],
});
