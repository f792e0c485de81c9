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
    {
      name: 'sixty days are asked for, and fifty are left',
      files,
      collectedAt: '2024-02-20T08:00:00Z',
      thresholds: { 'health.expiry-warning': 60 },
      findings: [
        {
          text: 'This build of the agent expires on 2024-04-10; the bundle was collected on 2024-02-20',
          at: ['health.txt:3'],
        },
      ],
    },
    {
      name: 'only the version is known, and its release lies long back',
      files: { 'health.txt': 'healthy : true\napp_version : "101.23062.0010"\n' },
      collectedAt: '2024-06-01T08:00:00Z',
      findings: [
        {
          text: 'Agent 101.23062.0010 is of 2023-07-26; a build runs for about nine months, and the bundle was collected on 2024-06-01',
          at: ['health.txt:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a version that the list lacks, by the month in it',
      files: { 'health.txt': 'healthy : true\napp_version : "101.25042.0001"\n' },
      collectedAt: '2026-06-15T08:00:00Z',
      findings: [
        {
          text: 'Agent 101.25042.0001 is of 2025-04; a build runs for about nine months, and the bundle was collected on 2026-06-15',
          at: ['health.txt:2'],
        },
      ],
    },
  ],
  clean: [
    { name: 'the build runs for two months more', files, collectedAt: '2024-02-10T08:00:00Z' },
    {
      name: 'no date is printed, and the version came out some months ago',
      files: { 'health.txt': 'healthy : true\napp_version : "101.24092.0002"\n' },
      collectedAt: '2025-05-10T08:00:00Z',
    },
    {
      name: 'a version newer than all that are known',
      files: { 'health.txt': 'healthy : true\napp_version : "101.27012.0001"\n' },
      collectedAt: '2027-03-10T08:00:00Z',
    },
  ],
  blocked: [
    {
      name: 'no health output',
      files: { 'mde.xml': '<mdatp><device_info></device_info></mdatp>' },
      missing: ['mdatp.health'],
    },
    {
      name: 'the time of collection is unknown',
      files,
      missing: ['bundle.collection-time'],
      reason: 'Nothing tells when the bundle was collected.',
    },
    {
      name: 'neither date nor version is printed',
      files: { 'health.txt': 'healthy : true\nlicensed : true\n' },
      collectedAt: '2024-02-10T08:00:00Z',
      reason: 'Neither the date of expiration nor the version of the agent is known.',
    },
    {
      name: 'no date, and a version of about nine months ago',
      files: { 'health.txt': 'healthy : true\napp_version : "101.24092.0002"\n' },
      collectedAt: '2025-08-20T08:00:00Z',
      reason: 'The health names no date of expiration.',
    },
    {
      name: 'no date, and the version of detection and response in its place',
      files: { 'health.txt': 'healthy : true\napp_version : "30.122071.17543.0"\n' },
      collectedAt: '2025-08-20T08:00:00Z',
      reason: 'The health names no date of expiration.',
    },
  ],
});
