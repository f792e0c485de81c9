import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { oversizedAgentLogs } from './oversized-agent-logs.ts';

const host = (level: string, ...sizes: readonly number[]) => ({
  'health.txt': `healthy : true\napp_version : "101.25062.0003"\nlog_level : "${level}"\n`,
  'mde_directories.txt': [
    '/var/log/microsoft/mdatp:',
    'total 9',
    ...sizes.map(
      (size, index) => `-rw-r--r-- 1 root root ${size} Oct 14 09:10 microsoft_defender.log0000${index}`,
    ),
    '',
  ].join('\n'),
});
const MIB = 1024 ** 2;

testAnalyzer(oversizedAgentLogs, {
  found: [
    {
      name: 'debug logs of more than a gibibyte',
      files: host('debug', 900 * MIB, 400 * MIB),
      findings: [
        {
          text: 'The logs of the agent take 1.3 GiB at level debug',
          at: ['health.txt:3', 'mde_directories.txt:3', 'mde_directories.txt:4'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'a bound that the user set',
      thresholds: { 'sizing.large-agent-logs': 100 * MIB },
      files: host('trace', 150 * MIB),
      findings: [
        {
          text: 'The logs of the agent take 150 MiB at level trace',
          at: ['health.txt:3', 'mde_directories.txt:3'],
        },
      ],
    },
  ],
  clean: [
    { name: 'large logs at level info', files: host('info', 1500 * MIB) },
    { name: 'small logs at level debug', files: host('debug', 20 * MIB) },
  ],
  blocked: [
    {
      name: 'no health',
      files: { 'mde_directories.txt': host('debug', 1)['mde_directories.txt'] },
      missing: ['mdatp.health'],
    },
    {
      name: 'no list of the folder',
      files: { 'health.txt': host('debug')['health.txt'] },
      missing: ['mdatp.log-folder'],
    },
    {
      name: 'no level',
      files: {
        ...host('debug', 1500 * MIB),
        'health.txt': 'healthy : true\napp_version : "101.25062.0003"\n',
      },
      reason: 'The log level is not in the bundle.',
    },
  ],
});
