import { citeAll, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { exclusions } from '../../facts/mdatp/exclusions.ts';
import { riskyExclusions } from '../knowledge/risky-exclusions.ts';
import { links } from '../links.ts';
import { byValue } from './by-value.ts';
import { folderOf } from './folder-of.ts';
import { riskOf } from './risk-of.ts';

export const worldWritableFolder = defineAnalyzer({
  id: 'exclusions/world-writable-folder',
  title: 'Exclusion of a folder that any user may write to',
  why: 'Malware needs no rights to be put there, and it is never scanned.',
  severity: 'high',
  confidence: 'certain',
  needs: { exclusions },
  messages: { open: 'The folder {folder} is excluded, where every user may put files' },
  remediation: {
    steps: [
      'Find out which application asked for the exclusion.',
      'Let that application use a folder of its own, and exclude that one.',
      'Remove the exclusion where it was set: on the host or in the managed settings.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusionFolders],
  },
  sources: sourcesOf(riskyExclusions),

  evaluate({ exclusions: { exclusions: found } }, { know, sourceOf }) {
    const rows = know(riskyExclusions);
    return byValue(found, folderOf).flatMap(({ written, value, places }) => {
      const row = riskOf(rows, 'folder', [value]);
      if (row?.risk !== 'open') return [];
      return [
        {
          message: 'open' as const,
          params: { folder: written },
          evidence: citeAll(places),
          subject: written,
          identity: [value],
          sources: sourceOf(riskyExclusions, row),
        },
      ];
    });
  },
});
