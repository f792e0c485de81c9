import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { dangerousFolder } from './dangerous-folder.ts';

const LISTED = ' is excluded, which the product names as one never to exclude';

testAnalyzer(dangerousFolder, {
  found: [
    {
      name: 'a listed folder with a slash at its end',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/usr/lib/"\nScope: ["epp"]\n=====\n' },
      findings: [{ text: `The folder /usr/lib/${LISTED}`, at: ['exclusions.txt:3'], severity: 'high' }],
    },
    {
      name: 'all below the root by a star',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/*"\n=====\n' },
      findings: [{ text: `The folder /*${LISTED}`, at: ['exclusions.txt:3'], severity: 'high' }],
    },
    {
      name: 'a wide folder',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/opt/"\n=====\n' },
      findings: [
        {
          text: 'The folder /opt/ is excluded, which covers far more than one application',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'the host and the managed settings exclude the same folder',
      files: {
        'exclusions.txt': '=====\nExcluded folder\nPath: "/bin/"\n=====\n',
        'mdatp_managed.json':
          '{"antivirusEngine":{"exclusions":[\n{"$type":"excludedPath","isDirectory":true,"path":"/bin"}\n]}}\n',
      },
      findings: [
        {
          text: `The folder /bin/${LISTED}`,
          at: ['exclusions.txt:3', 'mdatp_managed.json:2'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a folder below a listed one',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/usr/lib/postgresql/"\n=====\n' },
    },
    {
      name: 'a name that begins like a listed one',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/binaries/"\n=====\n' },
    },
    {
      name: 'a file of that name',
      files: { 'exclusions.txt': '=====\nExcluded file\nPath: "/bin"\n=====\n' },
    },
    { name: 'no exclusions', files: { 'exclusions.txt': '=====\nNo exclusions\n=====\n' } },
  ],
  blocked: [
    { name: 'no list of exclusions', files: {} },
    { name: 'only the health is there', files: { 'health.txt': 'healthy : true\nlicensed : true\n' } },
  ],
});
