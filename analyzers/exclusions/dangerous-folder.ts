import { citeAll, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { exclusions } from '../../facts/mdatp/exclusions.ts';
import { riskyExclusions } from '../knowledge/risky-exclusions.ts';
import { links } from '../links.ts';
import { byValue } from './by-value.ts';
import { folderOf } from './folder-of.ts';
import { riskOf } from './risk-of.ts';

const LISTED = { message: 'listed', severity: 'high' } as const;
const WIDE = { message: 'wide', severity: 'medium' } as const;

export const dangerousFolder = defineAnalyzer({
  id: 'exclusions/dangerous-folder',
  title: 'Exclusion of a folder that needs protection',
  why: 'Whatever malware puts into an excluded folder is never scanned, and these folders hold programs or much else.',
  severity: 'high',
  confidence: 'certain',
  needs: { exclusions },
  messages: {
    listed: 'The folder {folder} is excluded, which the product names as one never to exclude',
    wide: 'The folder {folder} is excluded, which covers far more than one application',
  },
  remediation: {
    steps: [
      'Find out which application asked for the exclusion.',
      'Exclude the data folder of that application instead.',
      'Remove the wide exclusion where it was set: on the host or in the managed settings.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusionFolders],
  },
  sources: sourcesOf(riskyExclusions),
  supersedes: ['exclusions/symlinked-path'],

  evaluate({ exclusions: { exclusions: found } }, { know, sourceOf }) {
    const rows = know(riskyExclusions);
    return byValue(found, folderOf).flatMap(({ written, value, places }) => {
      const about = {
        params: { folder: written },
        evidence: citeAll(places),
        subject: written,
        identity: [value],
      } as const;
      const row = riskOf(rows, 'folder', [value]);
      if (!row || row.risk === 'open') return [];
      const sources = sourceOf(riskyExclusions, row);
      return [{ ...about, sources, ...(row.risk === 'listed' ? LISTED : WIDE) }];
    });
  },
});
