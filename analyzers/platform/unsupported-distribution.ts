import { cannotTell, compareVersions, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { distribution, type Distribution } from '../../facts/host/distribution.ts';
import { agentPresent } from '../applies.ts';
import { newestReleases } from '../knowledge/newest-releases.ts';
import { supportedReleases, type SupportedRelease } from '../knowledge/supported-releases.ts';
import { links } from '../links.ts';
import { distributionEvidence } from './distribution-evidence.ts';
import { isLts } from './lts-release.ts';
import { isWithin, rangeText } from './release-range.ts';

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
    const params = { name, profile };
    const about = { evidence: distributionEvidence(host), identity: [host.id.value] };
    const rows = list.filter(({ id }) => id === host.id.value);
    if (rows.length === 0) {
      const message = derivesFrom(host, list) ? 'derived' : 'unlisted';
      return [{ ...about, message, params }];
    }
    const version = host.version?.value;
    if (version === undefined) return cannotTell(`The release of ${name} is not in the bundle.`);
    const answers = rows.map((row) => holds(row, version));
    if (answers.includes('yes')) return [];
    if (answers.includes('unknown')) return cannotTell(`The minor release of ${name} is not in the bundle.`);
    const newest = know(newestReleases).find(({ id }) => id === host.id.value)?.newest;
    if (newest !== undefined && isNewerThan(newest, version)) {
      return cannotTell(`${name} is newer than what the support list of profile ${profile} can know.`);
    }
    const supported = rows.map(rangeText).join(', ');
    return [{ ...about, message: 'release', params: { ...params, supported } }];
  },
});

function derivesFrom({ idLike }: Distribution, list: readonly SupportedRelease[]): boolean {
  const models = (idLike?.value ?? '').split(/\s+/u);
  return list.some(({ id }) => models.includes(id));
}

/** Ubuntu is listed in its LTS releases alone. */
function holds(row: SupportedRelease, version: string): 'yes' | 'no' | 'unknown' {
  return row.ltsOnly && !isLts(version) ? 'no' : isWithin(row, version);
}

/** A list does not speak of what came out after it was written. */
function isNewerThan(newest: string, version: string): boolean {
  return compareVersions(version, newest) > 0 && isWithin({ min: newest, max: newest }, version) === 'no';
}
