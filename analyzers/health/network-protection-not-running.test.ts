import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { networkProtectionNotRunning } from './network-protection-not-running.ts';

const health = (status: string, level: string) => ({
  'health.txt': `healthy : true\nlicensed : true\nnetwork_protection_status : ${status}\nnetwork_protection_enforcement_level : ${level}\n`,
});

testAnalyzer(networkProtectionNotRunning, {
  found: [
    {
      name: 'it failed to start',
      files: health('"failed_to_start"', '"block" [managed]'),
      findings: [
        {
          text: 'Network protection is set to block, and its state is failed_to_start',
          at: ['health.txt:3', 'health.txt:4'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'it is stopped while it should watch',
      files: health('"stopped"', '"audit"'),
      findings: [
        {
          text: 'Network protection is set to audit, and its state is stopped',
          at: ['health.txt:3', 'health.txt:4'],
        },
      ],
    },
    {
      name: 'the bundle was collected while it started',
      files: health('"starting"', '"block"'),
      findings: [
        {
          text: 'Network protection is set to block and was starting when the bundle was collected',
          at: ['health.txt:3', 'health.txt:4'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    { name: 'it blocks', files: health('"started"', '"block"') },
    { name: 'stopped is right while it is disabled', files: health('"stopped"', '"disabled"') },
    { name: 'a level without a value', files: health('"stopped"', 'unavailable') },
  ],
  blocked: [
    { name: 'no health output', files: {}, missing: ['mdatp.health'] },
    {
      name: 'an agent before 101.75.43 prints no level',
      files: { 'health.txt': 'healthy : true\nnetwork_protection_status : "stopped"\n' },
      reason: 'The health does not name the level of network protection.',
    },
    {
      name: 'no state is printed',
      files: { 'health.txt': 'healthy : true\nnetwork_protection_enforcement_level : "block"\n' },
      reason: 'The health does not name the state of network protection.',
    },
  ],
});
