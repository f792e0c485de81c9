import { defineAnalyzer } from '../../engine/api/index.ts';
import { exclusions } from '../../facts/mdatp/exclusions.ts';
import { links } from '../links.ts';
import { eachValue } from './each-value.ts';
import { hasWildcard, isGlobal } from './shape.ts';

export const globalWildcard = defineAnalyzer({
  id: 'exclusions/global-wildcard',
  title: 'Wildcard in a global exclusion',
  why: 'Global exclusions know no wildcards: the entry has no effect where it was meant to.',
  severity: 'medium',
  confidence: 'certain',
  needs: { exclusions },
  messages: {
    found: 'The exclusion {value} has a wildcard and the scope global, which does not support it',
  },
  remediation: {
    steps: [
      'Write the folder without a wildcard, or give the entry the scope epp alone.',
      'Remove the entry where it was set: on the host or in the managed settings.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusionWildcards],
  },
  sources: [{ document: 'linux-exclusions', date: '2025-10' }],

  evaluate: ({ exclusions: { exclusions: found } }) =>
    eachValue(found, (one) => isGlobal(one) && hasWildcard(one)).map((about) => ({
      ...about,
      message: 'found' as const,
    })),
});
