import {
  cannotTell,
  cite,
  compareVersions,
  defineAnalyzer,
  sourcesOf,
  versionParts,
  type Citation,
} from '../../engine/api/index.ts';
import { distribution, type Distribution } from '../../facts/host/distribution.ts';
import { agentPresent } from '../applies.ts';
import { supportedReleases, type SupportedRelease } from '../knowledge/supported-releases.ts';
import { links } from '../links.ts';

export const unsupportedDistribution = defineAnalyzer({
  id: 'platform/unsupported-distribution',
  title: 'Distribution outside the support list',
  why: 'On a distribution that is not listed, faults of the agent are not mended and its kernel parts are not tested.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { host: distribution },
  messages: {
    unlisted: '{name} is not on the support list of profile {profile}',
    derived:
      '{name} derives from a supported distribution, but is not itself on the support list of profile {profile}',
    release: '{name} is not among the supported releases of profile {profile}: {supported}',
    interim: '{name} is an interim release; profile {profile} supports LTS releases only',
  },
  remediation: {
    steps: [
      'Move the workload to a release on the support list.',
      'Until then, expect no fix for faults that appear on this release only.',
    ],
    links: [links.distributions, links.requirements],
  },
  sources: sourcesOf(supportedReleases),

  evaluate({ host }, { profile, know }) {
    const list = know(supportedReleases);
    if (list.length === 0) return cannotTell(`There is no support list for profile ${profile}.`);
    const name = host.name.value;
    const about = {
      evidence: evidenceOf(host),
      params: { name, profile },
      identity: [host.id.value],
    } as const;
    const rows = list.filter(({ id }) => id === host.id.value);
    if (rows.length === 0) {
      const derived = (host.idLike?.value ?? '')
        .split(/\s+/u)
        .some((like) => list.some(({ id }) => id === like));
      return [{ ...about, message: derived ? 'derived' : 'unlisted' }];
    }
    const version = host.version?.value;
    if (version === undefined) return cannotTell(`The release of ${name} is not in the bundle.`);
    if (rows.some((row) => row.ltsOnly) && !isLts(version)) return [{ ...about, message: 'interim' }];
    const answers = rows.map((row) => holds(row, version));
    if (answers.includes('yes')) return [];
    if (answers.includes('unknown')) return cannotTell(`The minor release of ${name} is not in the bundle.`);
    const supported = rows.map(rangeOf).join(', ');
    return [{ ...about, message: 'release', params: { name, profile, supported } }];
  },
});

function evidenceOf(host: Distribution): readonly [Citation, ...Citation[]] {
  const first = cite(host.id);
  const { version } = host;
  return version && (version.at.line !== host.id.at.line || version.at.entry !== host.id.at.entry)
    ? [first, cite(version)]
    : [first];
}

/** Compares only as many parts as the bound has: 12.5 is within 12. A bound's minor needs the host's minor. */
function holds(row: SupportedRelease, version: string): 'yes' | 'no' | 'unknown' {
  const parts = versionParts(version);
  const min = versionParts(row.min);
  if (parts.length === 0) return 'unknown';
  if (parts[0] === min[0] && parts.length < min.length) return 'unknown';
  if (compareVersions(version, row.min) < 0) return 'no';
  if (row.max === undefined) return 'yes';
  const within = parts.slice(0, versionParts(row.max).length).join('.');
  return compareVersions(within, row.max) <= 0 ? 'yes' : 'no';
}

/** Ubuntu's LTS releases come in April of even years. */
function isLts(version: string): boolean {
  return /^\d?[02468]\.04(?:\.|$)/u.test(version);
}

function rangeOf({ min, max }: SupportedRelease): string {
  if (max === undefined) return `${min} and later`;
  if (max === min) return min;
  return max.endsWith('.99') ? `${min} to ${max.slice(0, -3)}.x` : `${min} to ${max}`;
}
