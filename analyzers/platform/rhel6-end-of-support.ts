import { cannotTell, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agentPresent, onlyRhel6 } from '../applies.ts';
import { rhel6Service } from '../knowledge/rhel6-service.ts';
import { links } from '../links.ts';
import { distributionEvidence } from './distribution-evidence.ts';

export const rhel6EndOfSupport = defineAnalyzer({
  id: 'platform/rhel6-end-of-support',
  title: 'RHEL or CentOS 6 after its end of service',
  why: 'The agent for RHEL 6 gets neither updates nor help any more, and its last build has expired.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent, onlyRhel6],
  needs: { host: distribution },
  messages: { ended: '{name} is served no longer since {day}' },
  remediation: {
    steps: [
      'Upgrade the host to RHEL 8 or later, or move its workload to one.',
      'Until then, protect it by other means: network segments, no direct access to the internet.',
      'Install the agent anew after the upgrade; the build for RHEL 6 does not run there.',
    ],
    commands: [{ command: 'cat /etc/redhat-release', risk: 'safe' }],
    links: [links.rhel6, links.distributions],
  },
  sources: sourcesOf(rhel6Service),
  supersedes: ['platform/unsupported-distribution', 'platform/preview-distribution'],

  evaluate({ host }, { know, collectedAt }) {
    const [service] = know(rhel6Service);
    if (!service) return cannotTell('There is no end of service for RHEL 6.');
    if (!collectedAt) return cannotTell('When the bundle was collected is not known.');
    const day = service.endsOn;
    if (collectedAt.toISOString().slice(0, 10) <= day) return [];
    const params = { name: host.name.value, day };
    return [{ message: 'ended', params, evidence: distributionEvidence(host), identity: [] }];
  },
});
