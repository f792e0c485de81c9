import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { rhel6MinorTooOld } from './rhel6-minor-too-old.ts';

const rhel = (version: string) => ({
  'redhat-release': `Red Hat Enterprise Linux Server release ${version} (Santiago)\n`,
});

testAnalyzer(rhel6MinorTooOld, {
  found: [
    {
      name: 'RHEL 6.6',
      profile: 'seed',
      files: rhel('6.6'),
      findings: [
        {
          text: 'Red Hat Enterprise Linux Server 6.6 is below 6.7, the oldest minor release of 6 that is supported',
          at: ['redhat-release:1'],
          severity: 'critical',
        },
      ],
    },
  ],
  clean: [
    { name: 'RHEL 6.7', profile: 'seed', files: rhel('6.7') },
    { name: 'RHEL 6.10, which is above 6.7', profile: 'seed', files: rhel('6.10') },
  ],
  blocked: [
    { name: 'nothing', profile: 'seed', files: {}, missing: ['host.distribution'] },
    {
      name: 'no minor release',
      profile: 'seed',
      files: rhel('6'),
      reason: 'The minor release of Red Hat Enterprise Linux Server 6 is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'RHEL 7.1',
      profile: 'seed',
      files: { 'redhat-release': 'Red Hat Enterprise Linux Server release 7.1 (Maipo)\n' },
      reason: 'The host runs Red Hat Enterprise Linux Server 7.1, not RHEL or CentOS 6.',
    },
    { name: 'a later profile', files: rhel('6.6') },
  ],
});
