import { citeAll, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { exclusions, type Exclusion } from '../../facts/mdatp/exclusions.ts';
import { riskyExclusions } from '../knowledge/risky-exclusions.ts';
import { links } from '../links.ts';
import { byValue } from './by-value.ts';
import { riskOf } from './risk-of.ts';

/** Where the program itself lies that everybody on the host uses. */
const SYSTEM_FOLDERS = [
  '/bin/',
  '/sbin/',
  '/usr/bin/',
  '/usr/sbin/',
  '/usr/local/bin/',
  '/usr/lib/',
  '/usr/lib64/',
];

/** Severity of the program that all share, and of a copy that one application brings along. */
const LISTED = { message: 'listed', shared: 'high', copy: 'medium' } as const;
const TOOL = { message: 'tool', shared: 'medium', copy: 'low' } as const;

export const dangerousProcess = defineAnalyzer({
  id: 'exclusions/dangerous-process',
  title: 'Exclusion of a process that runs anything',
  why: 'What an excluded process opens is not scanned, and this one runs whatever it is given.',
  severity: 'high',
  confidence: 'certain',
  needs: { exclusions },
  messages: {
    listed: 'The process {process} is excluded, which the product names as one never to exclude',
    tool: 'The process {process} is excluded, a tool that malware uses as well',
  },
  remediation: {
    steps: [
      'Find out which application asked for the exclusion.',
      'Exclude the program or the data folder of that application by its full path instead.',
      'Remove the exclusion where it was set: on the host or in the managed settings.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusionProcesses],
  },
  sources: sourcesOf(riskyExclusions),
  supersedes: ['exclusions/symlinked-path'],

  evaluate({ exclusions: { exclusions: found } }, { know, sourceOf }) {
    const rows = know(riskyExclusions);
    return byValue(found, processOf).flatMap(({ value, places }) => {
      const about = {
        params: { process: value },
        evidence: citeAll(places),
        subject: value,
        identity: [value],
      } as const;
      const row = riskOf(rows, 'process', programNames(value));
      if (!row) return [];
      const { message, shared, copy } = row.risk === 'listed' ? LISTED : TOOL;
      return [
        {
          ...about,
          sources: sourceOf(riskyExclusions, row),
          message,
          severity: isShared(value) ? shared : copy,
        },
      ];
    });
  },
});

function processOf({ kind, value }: Exclusion): string | undefined {
  return kind === 'process' ? value.trim() : undefined;
}

/** The name as it is, and without its version: `python3.11` is `python` too. */
function programNames(process: string): readonly string[] {
  const name = process.slice(process.lastIndexOf('/') + 1);
  return [name, name.replace(/-?\d[\d.]*$/u, '')];
}

/** False for a copy that an application brings along: `/opt/app/jre/bin/java`. */
function isShared(process: string): boolean {
  return !process.startsWith('/') || SYSTEM_FOLDERS.some((folder) => process.startsWith(folder));
}
