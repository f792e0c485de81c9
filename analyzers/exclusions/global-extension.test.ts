import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { globalExtension } from './global-extension.ts';

testAnalyzer(globalExtension, {
  found: [
    {
      name: 'global alone',
      files: { 'exclusions.txt': '=====\nExcluded extension\nExtension: "log"\nScope: ["global"]\n=====\n' },
      findings: [
        {
          text: 'The extension log has the scope global, which holds for paths and programs only',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'in both scopes',
      files: {
        'exclusions.txt': '=====\nExcluded extension\nExtension: ".dat"\nScope: ["epp","global"]\n=====\n',
      },
      findings: [
        {
          text: 'The extension .dat has the scope global, which holds for paths and programs only',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'for the antivirus alone',
      files: { 'exclusions.txt': '=====\nExcluded extension\nExtension: "log"\nScope: ["epp"]\n=====\n' },
    },
    {
      name: 'a global folder',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/srv/db/"\nScope: ["global"]\n=====\n' },
    },
    { name: 'no exclusions', files: { 'exclusions.txt': '=====\nNo exclusions\n=====\n' } },
  ],
  blocked: [{ name: 'no list of exclusions', files: {} }],
});
