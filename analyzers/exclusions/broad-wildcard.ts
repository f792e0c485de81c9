import { defineAnalyzer } from '../../engine/api/index.ts';
import { exclusions } from '../../facts/mdatp/exclusions.ts';
import { links } from '../links.ts';
import { eachValue } from './each-value.ts';
import { coversAll } from './shape.ts';

export const broadWildcard = defineAnalyzer({
  id: 'exclusions/broad-wildcard',
  title: 'Wildcard that excludes everything',
  why: 'Nothing is left that the antivirus would scan.',
  severity: 'high',
  confidence: 'certain',
  needs: { exclusions },
  messages: {
    found: 'The exclusion {value} consists of wildcards alone and fits any file',
  },
  remediation: {
    steps: [
      'Find out which application asked for the exclusion.',
      'Exclude the data folder of that application instead.',
      'Remove the entry where it was set: on the host or in the managed settings.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusionWildcards],
  },
  sources: [{ document: 'Judged by experience', date: '2026-11' }],
  supersedes: ['exclusions/dangerous-folder'],

  evaluate: ({ exclusions: { exclusions: found } }) =>
    eachValue(found, coversAll).map((about) => ({ ...about, message: 'found' as const })),
});
