import { defineAnalyzer } from '../../engine/api/index.ts';
import { exclusions } from '../../facts/mdatp/exclusions.ts';
import { links } from '../links.ts';
import { eachValue } from './each-value.ts';
import { coversAll, hasVariable, isBareName } from './shape.ts';

export const nameOnly = defineAnalyzer({
  id: 'exclusions/name-only',
  title: 'Exclusion of a bare name',
  why: 'Whoever gives a file this name, in any folder, escapes scanning.',
  severity: 'medium',
  confidence: 'certain',
  needs: { exclusions },
  messages: {
    found: 'The exclusion {value} is a name without a path and holds in every folder',
  },
  remediation: {
    steps: [
      'Find the full path of the program or file that is meant.',
      'Exclude it by that path.',
      'Remove the entry where it was set: on the host or in the managed settings.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusionNames],
  },
  sources: [{ document: 'common-exclusion-mistakes-microsoft-defender-antivirus', date: '2025-01' }],

  evaluate: ({ exclusions: { exclusions: found } }) =>
    eachValue(found, (one) => isBareName(one) && !hasVariable(one) && !coversAll(one)).map((about) => ({
      ...about,
      message: 'found' as const,
    })),
});
