import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { expiredAgent } from './expired-agent.ts';

const files = {
  'health.txt':
    'healthy : true\nlicensed : true\nproduct_expiration                          : Apr 10, 2024 at 01:34:28 PM\n',
};

testAnalyzer(expiredAgent, {
  found: [
    {
      name: 'the build expired before collection',
      files,
      collectedAt: '2024-04-12T08:00:00Z',
      findings: [
        {
          text: 'This build of the agent expired on 2024-04-10, before the bundle was collected on 2024-04-12',
          at: ['health.txt:3'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'the build expires within thirty days',
      files,
      collectedAt: '2024-03-12T08:00:00Z',
      findings: [
        {
          text: 'This build of the agent expires on 2024-04-10; the bundle was collected on 2024-03-12',
          at: ['health.txt:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [{ name: 'the build runs for two months more', files, collectedAt: '2024-02-10T08:00:00Z' }],
  blocked: [
    { name: 'no health output', files: {}, missing: ['mdatp.health'] },
    {
      name: 'the time of collection is unknown',
      files,
      missing: ['bundle.collection-time'],
      reason: 'Nothing tells when the bundle was collected.',
    },
    {
      name: 'no expiration is printed',
      files: { 'health.txt': 'healthy : true\nlicensed : true\n' },
      collectedAt: '2024-02-10T08:00:00Z',
      reason: 'The health names no date of expiration.',
    },
  ],
});
