import { defineAnalyzer } from '../../engine/api/index.ts';
import { exclusions } from '../../facts/mdatp/exclusions.ts';
import { links } from '../links.ts';
import { eachValue } from './each-value.ts';
import { isGlobal } from './shape.ts';

export const globalExtension = defineAnalyzer({
  id: 'exclusions/global-extension',
  title: 'Extension in a global exclusion',
  why: 'Extensions can be excluded from the antivirus alone, so the sensor goes on watching these files.',
  severity: 'medium',
  confidence: 'certain',
  needs: { exclusions },
  messages: {
    found: 'The extension {value} has the scope global, which holds for paths and programs only',
  },
  remediation: {
    steps: ['Give the entry the scope epp alone, or exclude the folder of these files.'],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusionTypes],
  },
  sources: [{ document: 'linux-exclusions', date: '2025-10' }],

  evaluate: ({ exclusions: { exclusions: found } }) =>
    eachValue(found, (one) => one.kind === 'extension' && isGlobal(one)).map((about) => ({
      ...about,
      message: 'found' as const,
    })),
});
