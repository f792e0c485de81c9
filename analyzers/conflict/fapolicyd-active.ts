import { cannotTell, cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { fanotifyUsers } from '../../facts/process/fanotify-users.ts';
import { processList } from '../../facts/process/process-list.ts';
import { systemdUnits } from '../../facts/systemd/units.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** Where the 2026 document allows fapolicyd as long as the agent is healthy. */
const ALLOWED_IN_2026 = ['rhel', 'fedora'];

export const fapolicydActive = defineAnalyzer({
  id: 'conflict/fapolicyd-active',
  title: 'fapolicyd beside active protection',
  why: 'fapolicyd and the agent both hold file access until they have answered; together they can hang the host.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    processes: optional(processList),
    units: optional(systemdUnits),
    users: optional(fanotifyUsers),
    agent: optional(agent),
    health: optional(health),
    host: optional(distribution),
  },
  messages: {
    active: 'fapolicyd runs while real-time protection of the agent is on',
    tolerated:
      'fapolicyd runs beside the agent, which profile {profile} allows on {name} while the agent is healthy',
    unknown: 'fapolicyd runs; whether real-time protection of the agent is on is not in the bundle',
  },
  remediation: {
    steps: [
      'Decide which of the two guards file execution.',
      'Stop fapolicyd, or run the antivirus of the agent in passive mode.',
    ],
    commands: [
      { command: 'sudo systemctl disable --now fapolicyd', risk: 'changes-host' },
      { command: 'sudo mdatp config passive-mode --value enabled', risk: 'changes-host' },
    ],
    links: [links.distributions, links.enforcementLevel],
  },
  sources: [
    { document: 'microsoft-defender-endpoint-linux', date: '2024-02', profiles: ['seed'] },
    { document: 'microsoft-defender-endpoint-linux', date: '2025-01-07', profiles: ['2025'] },
    { document: 'mde-linux-prerequisites', date: '2026-03-08', profiles: ['2026'] },
  ],
  supersedes: ['conflict/other-fanotify-user', 'performance/foreign-fanotify-taint'],

  evaluate({ processes, units, users, agent: found, health: state, host }, { profile }) {
    if (!processes && !units && !users?.header) {
      return cannotTell('Neither processes nor units are in the bundle.', { processList });
    }
    const process = processes?.processes.find(({ value }) => value.name === 'fapolicyd');
    const unit = units?.units.find(
      ({ value }) => value.unit === 'fapolicyd.service' && value.active === 'active',
    );
    const running = process ?? unit ?? users?.users.find(({ value }) => value.command === 'fapolicyd');
    if (!running || found?.realTimeActive?.value === false) return [];
    const about = { subject: 'fapolicyd', identity: [] };
    if (!found?.realTimeActive) {
      return [
        {
          ...about,
          message: 'unknown',
          evidence: [cite(running)],
          severity: 'medium',
          confidence: 'possible',
        },
      ];
    }
    const evidence = [cite(running), cite(found.realTimeActive, 'conflicts-with')] as const;
    const allowed = profile === '2026' && host && ALLOWED_IN_2026.includes(host.id.value);
    if (allowed && state?.healthy?.value === true) {
      const params = { profile, name: host.name.value };
      return [{ ...about, message: 'tolerated', params, evidence, severity: 'info' }];
    }
    return [{ ...about, message: 'active', evidence }];
  },
});
