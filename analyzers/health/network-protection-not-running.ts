import { cannotTell, citeAll, defineAnalyzer } from '../../engine/api/index.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** What it says for some seconds after a start or a change of its settings. */
const ON_THE_WAY = ['starting', 'restarting'];

export const networkProtectionNotRunning = defineAnalyzer({
  id: 'health/network-protection-not-running',
  title: 'Network protection not running',
  why: 'Network protection is asked for and yet looks at no connection.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { health },
  messages: {
    notRunning: 'Network protection is set to {level}, and its state is {status}',
    onTheWay: 'Network protection is set to {level} and was {status} when the bundle was collected',
  },
  remediation: {
    steps: [
      'Check that the package mde-netfilter and the libraries it needs are installed.',
      'Check that iptables and ip6tables can be used on the host.',
      'Restart the agent and look at network_protection_status again.',
    ],
    commands: [
      { command: 'mdatp health --details network_protection', risk: 'safe' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.networkProtection, links.healthStatus],
  },
  sources: [
    { document: 'network-protection-linux', date: '2025-01' },
    { document: 'health-status', date: '2025-01' },
  ],
  because: [
    { of: 'install/missing-netfilter-deb-dependencies' },
    { of: 'install/missing-netfilter-rpm-dependencies' },
    { of: 'health/not-onboarded' },
    { of: 'health/expired-agent', subject: 'licence' },
  ],

  evaluate({ health: found }) {
    const { network_protection_enforcement_level: level, network_protection_status: status } = found;
    if (!level) return cannotTell('The health does not name the level of network protection.');
    if (level.value !== 'audit' && level.value !== 'block') return [];
    if (!status) return cannotTell('The health does not name the state of network protection.');
    if (status.value === 'started') return [];
    const about = {
      params: { level: level.value, status: status.value || 'empty' },
      evidence: citeAll([status, level]),
      identity: [],
    } as const;
    return ON_THE_WAY.includes(status.value)
      ? [{ ...about, message: 'onTheWay', severity: 'info', confidence: 'possible' }]
      : [{ ...about, message: 'notRunning' }];
  },
});
