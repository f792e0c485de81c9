import {
  cannotTell,
  cite,
  compareVersions,
  defineAnalyzer,
  isVersion,
  sourcesOf,
} from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { agentPresent, onlyRhel6 } from '../applies.ts';
import { rhel6Service } from '../knowledge/rhel6-service.ts';
import { links } from '../links.ts';

export const rhel6AgentTooNew = defineAnalyzer({
  id: 'platform/rhel6-agent-too-new',
  title: 'Agent newer than the last build for RHEL 6',
  why: 'Later builds have no kernel module for RHEL 6: the agent does not start or protects nothing.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent, onlyRhel6],
  needs: { host: distribution, installed: agent },
  messages: { tooNew: 'Agent {version} runs on {name}; the last build for it is {last}' },
  remediation: {
    steps: [
      'Move the host to RHEL 8 or later; RHEL 6 is served no longer.',
      'Where that takes time, install the last build for RHEL 6 and lock its version.',
    ],
    commands: [
      { command: 'rpm -q mdatp', risk: 'safe' },
      { command: 'sudo yum downgrade mdatp-101.23082.0011', risk: 'changes-host' },
    ],
    links: [links.whatsNew, links.rhel6],
  },
  sources: sourcesOf(rhel6Service),

  evaluate({ host, installed }, { know }) {
    const last = know(rhel6Service)[0]?.lastAgent;
    const { version } = installed;
    if (last === undefined) return cannotTell('The last build for RHEL 6 is not known.');
    if (!version || !isVersion(version.value)) {
      return cannotTell('The version of the agent is not in the bundle.', { installed: agent });
    }
    if (compareVersions(version.value, last) <= 0) return [];
    const params = { version: version.value, name: host.name.value, last };
    const evidence = [cite(version), cite(host.version ?? host.id, 'conflicts-with')] as const;
    return [{ message: 'tooNew', params, evidence, identity: [] }];
  },
});
