import { cannotTell, cite, defineAnalyzer, sourcesOf, versionParts } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agentPresent } from '../applies.ts';
import { supportedReleases } from '../knowledge/supported-releases.ts';
import { links } from '../links.ts';

export const unknownMinorRelease = defineAnalyzer({
  id: 'platform/unknown-minor-release',
  title: 'Minor release not in the bundle',
  why: 'Support begins within a major release; without the minor one nobody can say whether this host is supported.',
  severity: 'info',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { host: distribution },
  messages: { unknown: 'Only major release {major} of {product} is known; support begins with {minimum}' },
  remediation: {
    steps: ['Collect the release file of the distribution beside os-release.'],
    commands: [{ command: 'cat /etc/centos-release /etc/redhat-release', risk: 'safe' }],
    links: [links.distributions],
  },
  sources: sourcesOf(supportedReleases),

  evaluate({ host }, { know, profile }) {
    const rows = know(supportedReleases).filter(({ id }) => id === host.id.value);
    if (rows.length === 0) {
      return cannotTell(`${host.name.value} is not on the support list of profile ${profile}.`);
    }
    if (host.major === undefined)
      return cannotTell(`The release of ${host.name.value} is not in the bundle.`);
    if (host.minor !== undefined) return [];
    const minimum = rows.map(({ min }) => min).find((min) => asksForMinor(min, host.major));
    if (minimum === undefined) return [];
    const params = { major: host.major, product: host.id.value, minimum };
    return [{ message: 'unknown', params, evidence: [cite(host.version ?? host.id)] }];
  },
});

function asksForMinor(min: string, major: number | undefined): boolean {
  const parts = versionParts(min);
  return parts.length > 1 && parts[0] === major;
}
