import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { dangerousProcess } from './dangerous-process.ts';

const list = (process: string) => ({
  'exclusions.txt': `=====\nExcluded process\nProcess name: ${process}\nScope: ["epp"]\n=====\n`,
});
const LISTED = ' is excluded, which the product names as one never to exclude';

testAnalyzer(dangerousProcess, {
  found: [
    {
      name: 'a shell by its name',
      files: list('bash'),
      findings: [{ text: `The process bash${LISTED}`, at: ['exclusions.txt:3'], severity: 'high' }],
    },
    {
      name: 'an interpreter with a version, in a folder of the system',
      files: list('/usr/bin/python3.11'),
      findings: [
        { text: `The process /usr/bin/python3.11${LISTED}`, at: ['exclusions.txt:3'], severity: 'high' },
      ],
    },
    {
      name: 'the copy of an application',
      files: list('/opt/app/jre/bin/java'),
      findings: [
        { text: `The process /opt/app/jre/bin/java${LISTED}`, at: ['exclusions.txt:3'], severity: 'medium' },
      ],
    },
    {
      name: 'a tool',
      files: list('/usr/bin/curl'),
      findings: [
        {
          text: 'The process /usr/bin/curl is excluded, a tool that malware uses as well',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    { name: 'an application by its path', files: list('/usr/bin/postgres') },
    { name: 'a name that begins like a shell', files: list('bash-completion-daemon') },
    {
      name: 'a folder of such a name',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/srv/java/"\n=====\n' },
    },
  ],
  blocked: [{ name: 'no list of exclusions', files: {} }],
});
