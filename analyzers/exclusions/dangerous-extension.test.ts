import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { dangerousExtension } from './dangerous-extension.ts';

const list = (extension: string) => ({
  'exclusions.txt': `=====\nExcluded extension\nExtension: ${extension}\nScope: ["epp"]\n=====\n`,
});

testAnalyzer(dangerousExtension, {
  found: [
    {
      name: 'a listed ending',
      files: list('.zip'),
      findings: [
        {
          text: 'All files that end in .zip are excluded, which the product names as an ending never to exclude',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'an ending without its dot',
      files: list('JAR'),
      findings: [
        {
          text: 'All files that end in .jar are excluded, which the product names as an ending never to exclude',
          at: ['exclusions.txt:3'],
        },
      ],
    },
    {
      name: 'an ending of programs',
      files: list('.so'),
      findings: [
        {
          text: 'All files that end in .so are excluded, an ending of programs',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'an ending of pictures',
      files: list('.png'),
      findings: [
        {
          text: 'All files that end in .png are excluded, an ending of pictures that can hide programs',
          at: ['exclusions.txt:3'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    { name: 'an ending of logs', files: list('.log') },
    {
      name: 'a process of such a name',
      files: { 'exclusions.txt': '=====\nExcluded process\nProcess name: zip\n=====\n' },
    },
  ],
  blocked: [{ name: 'no list of exclusions', files: {} }],
});
