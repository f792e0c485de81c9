import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { notOnboarded } from './not-onboarded.ts';

const TENANT = 'org_id : "0f9b3a52-0000-4000-8000-00000000000a"';

testAnalyzer(notOnboarded, {
  found: [
    {
      name: 'org_id has no value',
      files: { 'health.txt': 'healthy : false\nlicensed : false\norg_id : unavailable\n' },
      findings: [
        {
          text: 'The agent belongs to no tenant: org_id is unavailable',
          at: ['health.txt:3', 'health.txt:2'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'the notice stands above the fields',
      files: {
        'health.txt':
          'ATTENTION: No license found. Contact your administrator for help.\n\nhealthy : false\nlicensed : false\norg_id : unavailable\n',
      },
      findings: [
        {
          text: 'The agent belongs to no tenant: org_id is unavailable',
          at: ['health.txt:5', 'health.txt:1', 'health.txt:4'],
        },
      ],
    },
    {
      name: 'a tenant is given, the build is in date, and yet there is no licence',
      files: {
        'health.txt': `healthy : false\nlicensed : false\n${TENANT}\nproduct_expiration : Apr 10, 2026 at 01:34:28 PM\n`,
      },
      collectedAt: '2026-01-05T10:00:00Z',
      findings: [
        {
          text: 'The agent has no licence although it belongs to a tenant',
          at: ['health.txt:2', 'health.txt:3'],
        },
      ],
    },
    {
      name: 'the tenant is not printed',
      files: { 'health.txt': 'healthy : false\nlicensed : false\n' },
      findings: [{ text: 'The agent has no licence', at: ['health.txt:2'] }],
    },
  ],
  clean: [
    {
      name: 'a licence and a tenant',
      files: { 'health.txt': `healthy : true\nlicensed : true\n${TENANT}\n` },
    },
    {
      name: 'a notice about something else',
      files: { 'health.txt': `WARNING: Restart pending.\nhealthy : true\nlicensed : true\n${TENANT}\n` },
    },
  ],
  blocked: [
    { name: 'no health output', files: {}, missing: ['mdatp.health'] },
    {
      name: 'neither licence nor tenant is printed',
      files: { 'health.txt': 'healthy : true\napp_version : "101.25062.0003"\n' },
      reason: 'The health names neither a licence nor a tenant.',
    },
    {
      name: 'a tenant without a licence, at an unknown time',
      files: {
        'health.txt': `healthy : false\nlicensed : false\n${TENANT}\nproduct_expiration : Apr 10, 2024 at 01:34:28 PM\n`,
      },
      reason: 'A host of a tenant lost its licence; whether the build has expired is not to be seen.',
    },
  ],
  notApplicable: [
    {
      name: 'the build has expired',
      files: {
        'health.txt': `healthy : false\nlicensed : false\n${TENANT}\nproduct_expiration : Apr 10, 2024 at 01:34:28 PM\n`,
      },
      collectedAt: '2024-06-01T10:00:00Z',
      reason: 'The host belongs to a tenant; its build has expired.',
    },
  ],
});
