import { defineAnalyzer } from '../../engine/api/index.ts';
import { exclusions } from '../../facts/mdatp/exclusions.ts';
import { links } from '../links.ts';
import { eachValue } from './each-value.ts';
import { hasVariable } from './shape.ts';

export const environmentVariable = defineAnalyzer({
  id: 'exclusions/environment-variable',
  title: 'Variable in an exclusion',
  why: 'No shell replaces it, so what is meant is scanned all the same.',
  severity: 'medium',
  confidence: 'certain',
  needs: { exclusions },
  messages: {
    found: 'The exclusion {value} holds a variable or a tilde, which the agent does not replace',
  },
  remediation: {
    steps: [
      'Write the real path, once for each user where several are meant.',
      'Remove the entry where it was set: on the host or in the managed settings.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusionVariables],
  },
  sources: [{ document: 'common-exclusion-mistakes-microsoft-defender-antivirus', date: '2025-01' }],

  evaluate: ({ exclusions: { exclusions: found } }) =>
    eachValue(found, hasVariable).map((about) => ({ ...about, message: 'found' as const })),
});
