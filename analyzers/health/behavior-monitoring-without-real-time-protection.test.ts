import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { behaviorMonitoringWithoutRealTimeProtection } from './behavior-monitoring-without-real-time-protection.ts';

const health = (...lines: readonly string[]) => ({
  'health.txt': ['healthy : true', 'licensed : true', ...lines, ''].join('\n'),
});

testAnalyzer(behaviorMonitoringWithoutRealTimeProtection, {
  found: [
    {
      name: 'enabled in on-demand mode',
      files: health(
        'passive_mode_enabled : false',
        'behavior_monitoring : "enabled"',
        'real_time_protection_enabled : false',
      ),
      findings: [
        {
          text: 'Behaviour monitoring is enabled while real-time protection is off',
          at: ['health.txt:4', 'health.txt:5'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'enabled in passive mode',
      files: health(
        'passive_mode_enabled : true',
        'behavior_monitoring : "enabled" [managed]',
        'real_time_protection_enabled : false',
      ),
      findings: [
        {
          text: 'Behaviour monitoring is enabled while the agent is in passive mode',
          at: ['health.txt:4', 'health.txt:5', 'health.txt:3'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'both are on',
      files: health('behavior_monitoring : "enabled"', 'real_time_protection_enabled : true'),
    },
    {
      name: 'both are off',
      files: health('behavior_monitoring : "disabled"', 'real_time_protection_enabled : false'),
    },
  ],
  blocked: [
    { name: 'no health output', files: {}, missing: ['mdatp.health'] },
    {
      name: 'an agent before 101.94.13 does not print the field',
      files: health('real_time_protection_enabled : false'),
      reason: 'The health does not name behaviour monitoring.',
    },
    {
      name: 'real-time protection is not printed',
      files: health('behavior_monitoring : "enabled"'),
      reason: 'The health does not say whether real-time protection is on.',
    },
  ],
});
