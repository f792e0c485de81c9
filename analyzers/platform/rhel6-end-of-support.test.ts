import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { rhel6EndOfSupport } from './rhel6-end-of-support.ts';

const files = { 'redhat-release': 'Red Hat Enterprise Linux Server release 6.10 (Santiago)\n' };

testAnalyzer(rhel6EndOfSupport, {
  found: [
    {
      name: 'the day after',
      profile: 'seed',
      collectedAt: '2024-07-01T00:30:00Z',
      files,
      findings: [
        {
          text: 'Red Hat Enterprise Linux Server 6.10 is served no longer since 2024-06-30',
          at: ['redhat-release:1'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'CentOS 6 years later',
      collectedAt: '2026-10-14T09:12:40Z',
      files: { 'centos-release': 'CentOS release 6.5 (Final)\n' },
      findings: [{ text: 'CentOS 6.5 is served no longer since 2024-06-30', at: ['centos-release:1'] }],
    },
  ],
  clean: [{ name: 'the last day', profile: 'seed', collectedAt: '2024-06-30T23:59:59Z', files }],
  blocked: [
    { name: 'nothing names the distribution', files: {}, missing: ['host.distribution'] },
    { name: 'no date', files, reason: 'When the bundle was collected is not known.' },
  ],
  notApplicable: [
    {
      name: 'RHEL 7',
      collectedAt: '2026-10-14T09:12:40Z',
      files: { 'redhat-release': 'Red Hat Enterprise Linux Server release 7.9 (Maipo)\n' },
      reason: 'The host runs Red Hat Enterprise Linux Server 7.9, not RHEL or CentOS 6.',
    },
  ],
});
