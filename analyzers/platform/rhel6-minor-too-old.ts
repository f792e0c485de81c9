import { cannotTell, compareVersions, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agentPresent, onlyRhel6 } from '../applies.ts';
import { supportedReleases } from '../knowledge/supported-releases.ts';
import { links } from '../links.ts';
import { distributionEvidence } from './distribution-evidence.ts';

export const rhel6MinorTooOld = defineAnalyzer({
  id: 'platform/rhel6-minor-too-old',
  title: 'RHEL 6 below the oldest supported minor release',
  why: 'There is no kernel module for so old a minor release, so the agent cannot see file access.',
  severity: 'critical',
  confidence: 'certain',
  profiles: ['seed'],
  applies: [agentPresent, onlyRhel6],
  needs: { host: distribution },
  messages: { tooOld: '{name} is below {minimum}, the oldest minor release of 6 that is supported' },
  remediation: {
    steps: [
      'Move the host to RHEL 8 or later; RHEL 6 is served until 30 June 2024 only.',
      'Where that takes time, update to 6.10 and boot a kernel of the support list.',
    ],
    commands: [
      { command: 'cat /etc/redhat-release', risk: 'safe' },
      { command: 'sudo yum update', risk: 'disruptive' },
    ],
    links: [links.requirements, links.rhel6],
  },
  sources: sourcesOf(supportedReleases),
  supersedes: ['platform/unsupported-distribution'],

  evaluate({ host }, { know }) {
    const listed = know(supportedReleases).find(({ id, min }) => id === host.id.value && /^6\./u.test(min));
    const name = host.name.value;
    if (!listed) return cannotTell(`No minor release of 6 is listed for ${name}.`);
    if (host.minor === undefined) return cannotTell(`The minor release of ${name} is not in the bundle.`);
    const minimum = listed.min;
    if (compareVersions(`${host.major}.${host.minor}`, minimum) >= 0) return [];
    return [
      { message: 'tooOld', params: { name, minimum }, evidence: distributionEvidence(host), identity: [] },
    ];
  },
});
