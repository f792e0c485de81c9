import { citeAll, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { exclusions, type Exclusion } from '../../facts/mdatp/exclusions.ts';
import { riskyExclusions } from '../knowledge/risky-exclusions.ts';
import { links } from '../links.ts';
import { byValue } from './by-value.ts';
import { riskOf } from './risk-of.ts';

const MESSAGES = { mild: 'picture', listed: 'listed', wide: 'program', open: 'program' } as const;

export const dangerousExtension = defineAnalyzer({
  id: 'exclusions/dangerous-extension',
  title: 'Exclusion of an extension that malware uses',
  why: 'A file is scanned nowhere on the host as soon as its name ends so, and anybody can choose a name.',
  severity: 'medium',
  confidence: 'certain',
  needs: { exclusions },
  messages: {
    listed:
      'All files that end in {extension} are excluded, which the product names as an ending never to exclude',
    program: 'All files that end in {extension} are excluded, an ending of programs',
    picture: 'All files that end in {extension} are excluded, an ending of pictures that can hide programs',
  },
  remediation: {
    steps: [
      'Find out which application asked for the exclusion.',
      'Exclude the data folder of that application instead.',
      'Remove the exclusion where it was set: on the host or in the managed settings.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusionExtensions],
  },
  sources: sourcesOf(riskyExclusions),

  evaluate({ exclusions: { exclusions: found } }, { know, sourceOf }) {
    const rows = know(riskyExclusions);
    return byValue(found, extensionOf).flatMap(({ value, places }) => {
      const about = {
        params: { extension: value },
        evidence: citeAll(places),
        subject: value,
        identity: [value],
      } as const;
      const row = riskOf(rows, 'extension', [value]);
      if (!row) return [];
      const sources = sourceOf(riskyExclusions, row);
      const message = MESSAGES[row.risk];
      return [{ ...about, sources, message, severity: message === 'picture' ? 'low' : 'medium' }];
    });
  },
});

/** `zip`, `.ZIP` and `*.zip` are `.zip`. */
function extensionOf({ kind, value }: Exclusion): string | undefined {
  const name = value
    .trim()
    .toLowerCase()
    .replace(/^\*?\.?/u, '');
  return kind === 'extension' && name !== '' ? `.${name}` : undefined;
}
