import { defineAnalyzer } from '../../engine/api/index.ts';
import { exclusions } from '../../facts/mdatp/exclusions.ts';
import { links } from '../links.ts';
import { eachValue } from './each-value.ts';
import { coversAll, isBareName, isGlobal } from './shape.ts';

export const globalName = defineAnalyzer({
  id: 'exclusions/global-name',
  title: 'Global exclusion of a bare program name',
  why: 'A global exclusion needs the full path of the program; by name alone it has no effect.',
  severity: 'medium',
  confidence: 'certain',
  needs: { exclusions },
  messages: {
    found: 'The program {value} has the scope global and no path',
  },
  remediation: {
    steps: [
      'Find the full path of the program.',
      'Exclude it by that path, or give the entry the scope epp alone.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusionTypes],
  },
  sources: [{ document: 'linux-exclusions', date: '2025-10' }],
  supersedes: ['exclusions/name-only'],

  evaluate: ({ exclusions: { exclusions: found } }) =>
    eachValue(
      found,
      (one) => one.kind === 'process' && isGlobal(one) && isBareName(one) && !coversAll(one),
    ).map((about) => ({ ...about, message: 'found' as const })),
});
