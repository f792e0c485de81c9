import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { broadWildcard } from './broad-wildcard.ts';

testAnalyzer(broadWildcard, {
  found: [
    {
      name: 'all below the root',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/*"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The exclusion /* consists of wildcards alone and fits any file',
          at: ['exclusions.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'all below any folder',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/*/*"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The exclusion /*/* consists of wildcards alone and fits any file',
          at: ['exclusions.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'any name',
      files: { 'exclusions.txt': '=====\nExcluded process\nProcess name: "*"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The exclusion * consists of wildcards alone and fits any file',
          at: ['exclusions.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'any extension',
      files: { 'exclusions.txt': '=====\nExcluded extension\nExtension: ".*"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The exclusion .* consists of wildcards alone and fits any file',
          at: ['exclusions.txt:3'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a wildcard within a folder',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/srv/*/cache/"\nScope: ["epp"]\n=====\n' },
    },
    {
      name: 'a wildcard before an ending',
      files: { 'exclusions.txt': '=====\nExcluded file\nPath: "/srv/app/*.log"\nScope: ["epp"]\n=====\n' },
    },
    {
      name: 'the root, which is another fault',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/"\nScope: ["epp"]\n=====\n' },
    },
    { name: 'no exclusions', files: { 'exclusions.txt': '=====\nNo exclusions\n=====\n' } },
  ],
  blocked: [{ name: 'no list of exclusions', files: {} }],
});
