import { cannotTell, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agentPresent, onlyRhel6 } from '../applies.ts';
import { supportedReleases } from '../knowledge/supported-releases.ts';
import { links } from '../links.ts';
import { distributionEvidence } from './distribution-evidence.ts';
import { isWithin } from './release-range.ts';

export const previewDistribution = defineAnalyzer({
  id: 'platform/preview-distribution',
  title: 'Distribution supported as a preview only',
  why: 'A preview may change or end without notice, and its faults are mended last.',
  severity: 'medium',
  confidence: 'certain',
  profiles: ['seed'],
  applies: [agentPresent, onlyRhel6],
  needs: { host: distribution },
  messages: { preview: '{name} is supported as a preview only' },
  remediation: {
    steps: [
      'Plan the move to RHEL 8 or later: service for RHEL and CentOS 6 ends on 30 June 2024.',
      'Until then, keep the host on a kernel of the support list.',
    ],
    links: [links.requirements, links.rhel6],
  },
  sources: sourcesOf(supportedReleases),

  evaluate({ host }, { know }) {
    const rows = know(supportedReleases).filter(({ id, preview }) => id === host.id.value && preview);
    const version = host.version?.value ?? '';
    const answers = rows.map((row) => isWithin(row, version));
    if (answers.includes('unknown') || rows.length === 0) {
      return cannotTell(`The minor release of ${host.name.value} is not in the bundle.`);
    }
    if (!answers.includes('yes')) return [];
    const evidence = distributionEvidence(host);
    return [{ message: 'preview', params: { name: host.name.value }, evidence, identity: [] }];
  },
});
