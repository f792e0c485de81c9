import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { tooMany } from './too-many.ts';

const list = (paths: readonly string[]) => ({
  'exclusions.txt': paths.map((path) => `Excluded folder\nPath: "${path}"\nScope: ["epp"]\n---\n`).join(''),
});
const folders = (count: number) => Array.from({ length: count }, (_, index) => `/srv/app-${index}/`);

testAnalyzer(tooMany, {
  found: [
    {
      name: 'more than the threshold',
      files: list(folders(201)),
      findings: [
        {
          text: '201 different exclusions are in force; more than 200 are hard to answer for',
          at: ['exclusions.txt:2', 'exclusions.txt:802'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'another threshold',
      files: list(folders(11)),
      thresholds: { 'exclusions.most': 10 },
      findings: [
        {
          text: '11 different exclusions are in force; more than 10 are hard to answer for',
          at: ['exclusions.txt:2', 'exclusions.txt:42'],
        },
      ],
    },
  ],
  clean: [
    { name: 'as many as the threshold', files: list(folders(200)) },
    {
      name: 'the same exclusions twice, by command and by management',
      files: list([...folders(150), ...folders(150).map((path) => path.slice(0, -1))]),
    },
  ],
  blocked: [{ name: 'no list of exclusions', files: {} }],
});
