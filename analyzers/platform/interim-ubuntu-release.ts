import { applicability, cannotTell, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agentPresent } from '../applies.ts';
import { supportedReleases } from '../knowledge/supported-releases.ts';
import { links } from '../links.ts';
import { distributionEvidence } from './distribution-evidence.ts';
import { isLts } from './lts-release.ts';

const onlyUbuntu = applicability({ distribution }, ({ distribution: found }) =>
  found && found.id.value !== 'ubuntu' ? `${found.name.value} is not Ubuntu.` : undefined,
);

export const interimUbuntuRelease = defineAnalyzer({
  id: 'platform/interim-ubuntu-release',
  title: 'Ubuntu release without long-term support',
  why: 'The agent is tested on LTS releases alone, and an interim release gets no updates after nine months.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent, onlyUbuntu],
  needs: { host: distribution },
  messages: { interim: '{name} is an interim release; profile {profile} supports LTS releases only' },
  remediation: {
    steps: [
      'Plan the upgrade to the next LTS release, or move the workload to a host that runs one.',
      'Take new hosts from an LTS image.',
    ],
    commands: [{ command: 'lsb_release -a', risk: 'safe' }],
    links: [links.distributions],
  },
  sources: sourcesOf(supportedReleases),
  supersedes: ['platform/unsupported-distribution'],

  evaluate({ host }, { know, profile }) {
    const isLtsOnly = know(supportedReleases).some(({ id, ltsOnly }) => id === 'ubuntu' && ltsOnly);
    if (!isLtsOnly) return cannotTell(`Profile ${profile} says nothing of Ubuntu.`);
    const version = host.version?.value;
    if (version === undefined) return cannotTell('The release of Ubuntu is not in the bundle.');
    if (isLts(version) || /\bLTS\b/u.test(host.versionText?.value ?? '')) return [];
    const params = { name: host.name.value, profile };
    return [{ message: 'interim', params, evidence: distributionEvidence(host), identity: [version] }];
  },
});
