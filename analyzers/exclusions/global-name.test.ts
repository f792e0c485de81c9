import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { globalName } from './global-name.ts';

testAnalyzer(globalName, {
  found: [
    {
      name: 'global alone',
      files: {
        'exclusions.txt': '=====\nExcluded process\nProcess name: "runc"\nScope: ["global"]\n=====\n',
      },
      findings: [
        {
          text: 'The program runc has the scope global and no path',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'in both scopes',
      files: {
        'exclusions.txt': '=====\nExcluded process\nProcess name: "runc"\nScope: ["epp","global"]\n=====\n',
      },
      findings: [
        {
          text: 'The program runc has the scope global and no path',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'for the antivirus alone',
      files: { 'exclusions.txt': '=====\nExcluded process\nProcess name: "runc"\nScope: ["epp"]\n=====\n' },
    },
    {
      name: 'by its path',
      files: {
        'exclusions.txt':
          '=====\nExcluded process\nProcess name: "/usr/bin/runc"\nScope: ["global"]\n=====\n',
      },
    },
    {
      name: 'wildcards alone, which are another fault',
      files: { 'exclusions.txt': '=====\nExcluded process\nProcess name: "*"\nScope: ["global"]\n=====\n' },
    },
    { name: 'no exclusions', files: { 'exclusions.txt': '=====\nNo exclusions\n=====\n' } },
  ],
  blocked: [{ name: 'no list of exclusions', files: {} }],
});
