import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { globalOnOldAgent } from './global-on-old-agent.ts';

const list = (scope: string) => `=====\nExcluded folder\nPath: "/srv/db/"\nScope: ["${scope}"]\n=====\n`;
const health = (version: string) => `healthy : true\nlicensed : true\napp_version : "${version}"\n`;

testAnalyzer(globalOnOldAgent, {
  found: [
    {
      name: 'an agent from before the scope',
      files: { 'exclusions.txt': list('global'), 'health.txt': health('101.23082.0011') },
      findings: [
        {
          text: 'Global exclusions are set, but agent 101.23082.0011 is older than 101.23092.0012, the first to know them',
          at: ['health.txt:3', 'exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'the first agent that knows the scope',
      files: { 'exclusions.txt': list('global'), 'health.txt': health('101.23092.0012') },
    },
    {
      name: 'an old agent without global exclusions',
      files: { 'exclusions.txt': list('epp'), 'health.txt': health('101.23082.0011') },
    },
  ],
  blocked: [
    { name: 'no list of exclusions', files: { 'health.txt': health('101.23082.0011') } },
    {
      name: 'the version is unknown',
      files: { 'exclusions.txt': list('global'), 'health.txt': health('unavailable') },
      reason: 'The version of the agent is not in the bundle.',
    },
  ],
});
