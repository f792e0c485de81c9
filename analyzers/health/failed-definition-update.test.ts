import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { failedDefinitionUpdate } from './failed-definition-update.ts';

const details = (...lines: readonly string[]) => ({
  'definitions.txt': ['definitions_version : "1.437.212.0"', ...lines, ''].join('\n'),
});

testAnalyzer(failedDefinitionUpdate, {
  found: [
    {
      name: 'a reason is given',
      files: details(
        'definitions_updated_minutes_ago : 17341',
        'definitions_status : "out_of_date"',
        'definitions_update_fail_reason : "no space left on device"',
      ),
      findings: [
        {
          text: 'The last update of the definitions failed: no space left on device',
          at: ['definitions.txt:4'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a reason is given while the definitions are fresh',
      files: details(
        'definitions_updated_minutes_ago : 41',
        'definitions_status : "up_to_date"',
        'definitions_update_fail_reason : "timeout"',
      ),
      findings: [
        {
          text: 'The last update of the definitions failed: timeout',
          at: ['definitions.txt:4', 'definitions.txt:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a reason in JSON, where the client analyzer wrote JSON',
      files: {
        'definitions.txt':
          '{"definitionsVersion": "1.437.212.0",\n"definitionsUpdateFailReason": "curl error 60"}\n',
      },
      findings: [
        {
          text: 'The last update of the definitions failed: curl error 60',
          at: ['definitions.txt:2'],
        },
      ],
    },
  ],
  clean: [
    { name: 'no reason', files: details('definitions_update_fail_reason : ""') },
    { name: 'a reason without a value', files: details('definitions_update_fail_reason : unavailable') },
  ],
  blocked: [
    { name: 'no details', files: {}, missing: ['mdatp.definitions'] },
    {
      name: 'an agent that names no reason',
      files: details('definitions_status : "up_to_date"'),
      reason: 'The details of the definitions do not name why an update failed.',
    },
    {
      name: 'the command could not be run',
      files: { 'definitions.txt': 'Could not run commandmdatp health --details definitions\n' },
      missing: ['mdatp.definitions'],
    },
  ],
});
