import { cannotTell, citeAll, defineAnalyzer } from '../../engine/api/index.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const behaviorMonitoringWithoutRealTimeProtection = defineAnalyzer({
  id: 'health/behavior-monitoring-without-real-time-protection',
  title: 'Behaviour monitoring without real-time protection',
  why: 'Behaviour monitoring works beside real-time protection only; here it is set and has no effect.',
  severity: 'low',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { health },
  messages: {
    off: 'Behaviour monitoring is enabled while real-time protection is off',
    passive: 'Behaviour monitoring is enabled while the agent is in passive mode',
  },
  remediation: {
    steps: [
      'Set enforcementLevel to real_time where the host is meant to be protected actively.',
      'Leave the setting out of the policy of passive hosts otherwise.',
    ],
    links: [links.behaviorMonitoring, links.enforcementLevel],
  },
  sources: [{ document: 'linux-preferences', date: '2025-01' }],
  because: [{ of: 'health/real-time-protection-off' }],

  evaluate({ health: found }) {
    const { behavior_monitoring: monitoring, real_time_protection_enabled: realTime } = found;
    if (!monitoring) return cannotTell('The health does not name behaviour monitoring.');
    if (monitoring.value !== 'enabled') return [];
    if (!realTime) return cannotTell('The health does not say whether real-time protection is on.');
    if (realTime.value) return [];
    const passive = found.passive_mode_enabled;
    return passive?.value
      ? [
          {
            message: 'passive',
            evidence: citeAll([monitoring, realTime, passive]),
            severity: 'info',
            identity: [],
          },
        ]
      : [{ message: 'off', evidence: citeAll([monitoring, realTime]), identity: [] }];
  },
});
