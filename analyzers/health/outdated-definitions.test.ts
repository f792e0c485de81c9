import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { outdatedDefinitions } from './outdated-definitions.ts';

const health = (...lines: readonly string[]) => ({
  'health.txt': ['healthy : true', 'licensed : true', ...lines, ''].join('\n'),
});

testAnalyzer(outdatedDefinitions, {
  found: [
    {
      name: 'the state is out_of_date',
      files: health('definitions_updated_minutes_ago : 2000', 'definitions_status : "out_of_date"'),
      findings: [
        {
          text: 'The agent gives out_of_date as the state of its definitions',
          at: ['health.txt:4', 'health.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'the state is unavailable while real-time protection is on',
      files: health('real_time_protection_enabled : true', 'definitions_status : unavailable'),
      findings: [
        { text: 'The agent gives unavailable as the state of its definitions', at: ['health.txt:4'] },
      ],
    },
    {
      name: 'a day and a minute',
      files: health('definitions_updated_minutes_ago : 1441', 'definitions_status : "up_to_date"'),
      findings: [
        {
          text: 'The definitions are 24 hours old',
          at: ['health.txt:3', 'health.txt:4'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'more than three days',
      files: health('definitions_updated_minutes_ago : 4321', 'definitions_status : "up_to_date"'),
      findings: [
        {
          text: 'The definitions are 72 hours old',
          at: ['health.txt:3', 'health.txt:4'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'more than a week, with the engine not loaded in passive mode',
      files: health(
        'real_time_protection_enabled : false',
        'definitions_updated_minutes_ago : 12000',
        'definitions_status : unavailable',
      ),
      findings: [
        {
          text: 'The definitions are 200 hours old',
          at: ['health.txt:4', 'health.txt:5'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'twelve hours, where six are asked for',
      files: health('definitions_updated_minutes_ago : 720', 'definitions_status : "up_to_date"'),
      thresholds: { 'health.aged-definitions': 6 },
      findings: [
        { text: 'The definitions are 12 hours old', at: ['health.txt:3', 'health.txt:4'], severity: 'low' },
      ],
    },
    {
      name: 'only the date of the last update is given',
      files: health('definitions_updated : Apr 10, 2024 at 10:00:00 AM', 'definitions_status : "up_to_date"'),
      collectedAt: '2024-04-12T10:00:00Z',
      findings: [
        {
          text: 'The definitions are 48 hours old',
          at: ['health.txt:3', 'health.txt:4'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'exactly one day old',
      files: health('definitions_updated_minutes_ago : 1440', 'definitions_status : "up_to_date"'),
    },
    {
      name: 'an update is under way',
      files: health('definitions_updated_minutes_ago : 30', 'definitions_status : "updating"'),
    },
    {
      name: 'no state in passive mode, with fresh definitions',
      files: health(
        'real_time_protection_enabled : false',
        'definitions_updated_minutes_ago : 30',
        'definitions_status : unavailable',
      ),
    },
  ],
  blocked: [
    { name: 'no health output', files: {}, missing: ['mdatp.health'] },
    {
      name: 'neither state nor age is printed',
      files: health('app_version : "101.25062.0003"'),
      reason: 'The health tells neither state nor age of definitions.',
    },
    {
      name: 'no state, and nothing about the engine',
      files: health('definitions_updated_minutes_ago : 30', 'definitions_status : unavailable'),
      reason: 'The definitions have no state, and whether the engine is in use is not in the health.',
    },
  ],
});
