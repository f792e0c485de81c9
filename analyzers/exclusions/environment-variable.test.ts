import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { environmentVariable } from './environment-variable.ts';

testAnalyzer(environmentVariable, {
  found: [
    {
      name: 'the home of the user',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "~/cache/"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The exclusion ~/cache/ holds a variable or a tilde, which the agent does not replace',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'the home of another user',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "~deploy/cache/"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The exclusion ~deploy/cache/ holds a variable or a tilde, which the agent does not replace',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a variable of the shell',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "$HOME/cache/"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The exclusion $HOME/cache/ holds a variable or a tilde, which the agent does not replace',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a variable in braces within a name',
      files: {
        'exclusions.txt':
          '=====\nExcluded folder\nPath: "/srv/app-${VERSION}x/data/"\nScope: ["epp"]\n=====\n',
      },
      findings: [
        {
          text: 'The exclusion /srv/app-${VERSION}x/data/ holds a variable or a tilde, which the agent does not replace',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a variable of Windows',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "%TEMP%/app/"\nScope: ["epp"]\n=====\n' },
      findings: [
        {
          text: 'The exclusion %TEMP%/app/ holds a variable or a tilde, which the agent does not replace',
          at: ['exclusions.txt:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a folder of a share for Windows',
      files: {
        'exclusions.txt': '=====\nExcluded folder\nPath: "/srv/share/$RECYCLE.BIN/"\nScope: ["epp"]\n=====\n',
      },
    },
    {
      name: 'a class within a class',
      files: {
        'exclusions.txt': '=====\nExcluded file\nPath: "/srv/app/Main$Inner.class"\nScope: ["epp"]\n=====\n',
      },
    },
    {
      name: 'a copy of an editor',
      files: { 'exclusions.txt': '=====\nExcluded file\nPath: "/srv/app/config~"\nScope: ["epp"]\n=====\n' },
    },
    {
      name: 'an escaped blank',
      files: {
        'exclusions.txt': '=====\nExcluded folder\nPath: "/srv/My%20Files%20Old/"\nScope: ["epp"]\n=====\n',
      },
    },
    {
      name: 'a plain folder',
      files: { 'exclusions.txt': '=====\nExcluded folder\nPath: "/srv/db/"\nScope: ["epp"]\n=====\n' },
    },
    { name: 'no exclusions', files: { 'exclusions.txt': '=====\nNo exclusions\n=====\n' } },
  ],
  blocked: [{ name: 'no list of exclusions', files: {} }],
});
