import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { nameOnly } from './name-only.ts';

testAnalyzer(nameOnly, {
  found: [
    {
      name: 'a program by its name',
      files: {
        'exclusions.txt': '=====\nExcluded process\nProcess name: "postgres"\nScope: ["epp"]\n=====\n',
      },
      findings: [
        {
          text: 'The exclusion postgres is a name without a path and holds in every folder',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a file by its name',
      files: { 'exclusions.txt': '=====\nExcluded file\nPath: "core.dump"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The exclusion core.dump is a name without a path and holds in every folder',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a program by its path',
      files: {
        'exclusions.txt':
          '=====\nExcluded process\nProcess name: "/usr/lib/postgresql/14/bin/postgres"\nScope: ["epp"]\n=====\n',
      },
    },
    {
      name: 'a folder',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/srv/db/"\nScope: ["epp"]\n=====\n' },
    },
    {
      name: 'an extension',
      files: { 'exclusions.txt': '=====\nExcluded extension\nExtension: "log"\nScope: ["epp"]\n=====\n' },
    },
    {
      name: 'a variable, which is another fault',
      files: { 'exclusions.txt': '=====\nExcluded file\nPath: "~"\nScope: ["epp"]\n=====\n' },
    },
    {
      name: 'wildcards alone, which are another fault',
      files: { 'exclusions.txt': '=====\nExcluded file\nPath: "*"\nScope: ["epp"]\n=====\n' },
    },
    { name: 'no exclusions', files: { 'exclusions.txt': '=====\nNo exclusions\n=====\n' } },
  ],
  blocked: [{ name: 'no list of exclusions', files: {} }],
});
