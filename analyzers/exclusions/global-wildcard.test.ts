import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { globalWildcard } from './global-wildcard.ts';

testAnalyzer(globalWildcard, {
  found: [
    {
      name: 'a star',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/srv/*/tmp/"\nScope: ["global"]\n=====\n' },
      findings: [
        {
          text: 'The exclusion /srv/*/tmp/ has a wildcard and the scope global, which does not support it',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a question mark, in both scopes',
      files: {
        'exclusions.txt': '=====\nExcluded file\nPath: "/srv/app/part-?"\nScope: ["epp","global"]\n=====\n',
      },
      findings: [
        {
          text: 'The exclusion /srv/app/part-? has a wildcard and the scope global, which does not support it',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a star for the antivirus alone',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/srv/*/tmp/"\nScope: ["epp"]\n=====\n' },
    },
    {
      name: 'a global folder without a wildcard',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/srv/db/"\nScope: ["global"]\n=====\n' },
    },
    { name: 'no exclusions', files: { 'exclusions.txt': '=====\nNo exclusions\n=====\n' } },
  ],
  blocked: [{ name: 'no list of exclusions', files: {} }],
});
