import { cannotTell, cite, citeAll, defineAnalyzer, optional, sourcesOf } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { exclusions, type Exclusion } from '../../facts/mdatp/exclusions.ts';
import { links as linksNearRoot } from '../../facts/storage/links.ts';
import { systemLinks } from '../knowledge/system-links.ts';
import { links } from '../links.ts';
import { byValue } from './by-value.ts';
import { absolute, linkAbove } from './link-above.ts';

const MOST_PLACES = 4;

export const symlinkedPath = defineAnalyzer({
  id: 'exclusions/symlinked-path',
  title: 'Exclusion of a path behind a link',
  why: 'Files are known by their real path, so the exclusion does not meet them.',
  severity: 'medium',
  confidence: 'likely',
  needs: { exclusions, found: optional(linksNearRoot), host: optional(distribution) },
  messages: { link: 'The exclusion {value} leads through {link}, a link to {target}' },
  remediation: {
    steps: [
      'Find the real path by readlink.',
      'Exclude the real path, and remove the exclusion of the link where it was set.',
    ],
    commands: [
      { command: 'readlink -f /var/run/app', risk: 'safe' },
      { command: 'mdatp exclusion list', risk: 'safe' },
    ],
    links: [links.exclusionTypes],
  },
  sources: [{ document: 'linux-exclusions', date: '2025-10' }, ...sourcesOf(systemLinks)],

  evaluate({ exclusions: { exclusions: all }, found, host }, { know }) {
    const values = byValue(all, pathOf);
    if (values.length === 0) return [];
    const known = know(systemLinks).filter(
      ({ id, since }) => host?.id.value === id && host.major !== undefined && host.major >= since,
    );
    if (found?.allOfRoot === undefined && known.length === 0) {
      const missing = { linksNearRoot };
      return cannotTell('Neither the links at the root nor those of the distribution are known.', missing);
    }
    const listed = (found?.links ?? []).map((one) => ({ ...one.value, proof: one }));
    const proof = host?.id;
    const byPath = new Map(
      [...known.map((one) => ({ ...one, proof })), ...listed].map((one) => [one.path, one]),
    );
    const excluded = new Set(values.map(({ value }) => value));
    return values.flatMap(({ value, written, places: [first, ...rest] }) => {
      const link = linkAbove(byPath, value);
      if (!link) return [];
      const target = absolute(link.path, link.target);
      if (excluded.has(target + value.slice(link.path.length))) return [];
      const places = citeAll([first, ...rest.slice(0, MOST_PLACES - 1)]);
      return [
        {
          message: 'link' as const,
          params: { value: written, link: link.path, target },
          evidence: link.proof ? ([...places, cite(link.proof, 'context')] as const) : places,
          subject: written,
          identity: [value],
        },
      ];
    });
  },
});

/** Full paths, without the slash at their end. */
function pathOf({ kind, value }: Exclusion): string | undefined {
  const text = value.trim();
  return kind !== 'extension' && text.startsWith('/') ? text.replace(/(?<=.)\/$/u, '') : undefined;
}
