import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingNetfilterRpmDependencies } from './missing-netfilter-rpm-dependencies.ts';

const ROCKY = 'NAME="Rocky Linux"\nID="rocky"\nVERSION_ID="9.4"\n';
const SLES = 'NAME="SLES"\nID="sles"\nVERSION_ID="15.5"\n';
const AGENT = ['mdatp-101.26062.0007-1.x86_64', 'mde-netfilter-100.69.73-1.x86_64'];
const rpms = (...packages: readonly string[]): string => `${packages.join('\n')}\n`;

testAnalyzer(missingNetfilterRpmDependencies, {
  found: [
    {
      name: 'a library is not there',
      files: {
        'os-release': ROCKY,
        'installed-rpms': rpms(
          ...AGENT,
          'libmnl-1.0.4-16.el9.x86_64',
          'libnfnetlink-1.0.1-23.el9.x86_64',
          'glib2-2.68.4-14.el9.x86_64',
        ),
      },
      findings: [
        {
          text: 'Package libnetfilter_queue, which mde-netfilter needs, is not installed',
          at: ['absent: libnetfilter_queue or libnetfilter_queue1', 'installed-rpms:1'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'SUSE has names of its own',
      files: {
        'os-release': SLES,
        'installed-rpms': rpms(
          ...AGENT,
          'libmnl0-1.0.4-1.25.x86_64',
          'libnfnetlink0-1.0.1-2.11.x86_64',
          'libnetfilter_queue1-1.0.5-1.22.x86_64',
          'libglib-2_0-0-2.70.5-3.x86_64',
        ),
      },
    },
  ],
  blocked: [
    {
      name: 'no list of packages',
      files: { 'os-release': ROCKY },
      reason: 'No list of packages is in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'mde-netfilter is not installed',
      files: { 'os-release': ROCKY, 'installed-rpms': rpms('mdatp-101.26062.0007-1.x86_64') },
      reason: 'The package mde-netfilter is not installed.',
    },
  ],
});
