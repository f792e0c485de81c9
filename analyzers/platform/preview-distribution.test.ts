import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { previewDistribution } from './preview-distribution.ts';

const rhel = (version: string) => ({
  'redhat-release': `Red Hat Enterprise Linux Server release ${version} (Santiago)\n`,
});

testAnalyzer(previewDistribution, {
  found: [
    {
      name: 'RHEL 6.10',
      profile: 'seed',
      files: rhel('6.10'),
      findings: [
        {
          text: 'Red Hat Enterprise Linux Server 6.10 is supported as a preview only',
          at: ['redhat-release:1'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'CentOS 6.7',
      profile: 'seed',
      files: { 'centos-release': 'CentOS release 6.7 (Final)\n' },
      findings: [{ text: 'CentOS 6.7 is supported as a preview only', at: ['centos-release:1'] }],
    },
  ],
  clean: [{ name: 'RHEL 6.6, which is not supported at all', profile: 'seed', files: rhel('6.6') }],
  blocked: [
    { name: 'nothing names the distribution', profile: 'seed', files: {}, missing: ['host.distribution'] },
    {
      name: 'no minor release',
      profile: 'seed',
      files: rhel('6'),
      reason: 'The minor release of Red Hat Enterprise Linux Server 6 is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'RHEL 8',
      profile: 'seed',
      files: { 'os-release': 'NAME="Red Hat Enterprise Linux"\nID=rhel\nVERSION_ID="8.9"\n' },
      reason: 'The host runs Red Hat Enterprise Linux 8.9, not RHEL or CentOS 6.',
    },
    { name: 'a later profile', files: rhel('6.10') },
  ],
});
