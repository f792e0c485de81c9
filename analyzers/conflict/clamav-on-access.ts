import { cannotTell, cite, defineAnalyzer, optional, type FindingDraft } from '../../engine/api/index.ts';
import { agent, type Agent } from '../../facts/mdatp/agent.ts';
import { clamdConfig, type ClamdConfig } from '../../facts/other-protection/clamd-config.ts';
import { processList } from '../../facts/process/process-list.ts';
import { systemdUnits } from '../../facts/systemd/units.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

const messages = {
  prevents: 'ClamAV scans on access and holds each access until it has answered',
  watches: 'ClamAV scans on access; it is set to watch without holding an access',
  unknown: 'ClamAV scans on access; whether it holds an access is not in the bundle',
} as const;

export const clamavOnAccess = defineAnalyzer({
  id: 'conflict/clamav-on-access',
  title: 'ClamAV on-access scans beside the agent',
  why: 'Where it may prevent an access, it and the agent wait for each other on the same files.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    processes: optional(processList),
    units: optional(systemdUnits),
    config: optional(clamdConfig),
    agent: optional(agent),
  },
  messages,
  remediation: {
    steps: [
      'Stop the on-access client of ClamAV, or set OnAccessPrevention to no; scans by schedule may stay.',
      'Where ClamAV must guard accesses, run the antivirus of the agent in passive mode.',
    ],
    commands: [
      { command: 'sudo systemctl disable --now clamav-clamonacc', risk: 'changes-host' },
      { command: 'grep -ri onaccess /etc/clamd.d /etc/clamav', risk: 'safe' },
    ],
    links: [links.requirements, links.enforcementLevel],
  },
  sources: [
    { document: 'microsoft-defender-endpoint-linux', date: '2024-02' },
    { document: 'clamd.conf(5)', date: '2024-09' },
  ],
  supersedes: ['conflict/other-fanotify-user', 'performance/foreign-fanotify-taint'],

  evaluate({ processes, units, config, agent: mode }) {
    if (!processes && !units) {
      return cannotTell('Neither processes nor units are in the bundle.', { processList });
    }
    const client =
      processes?.processes.find(({ value }) => value.name === 'clamonacc') ??
      units?.units.find(
        ({ value }) => value.unit === 'clamav-clamonacc.service' && value.active === 'active',
      );
    // Before 0.102 clamd itself scanned on access.
    const daemon = processes?.processes.find(({ value }) => value.name === 'clamd');
    const running = client ?? (config?.scanOnAccess?.value === true ? daemon : undefined);
    if (!running) return [];
    return [draftOf(running, config, mode)];
  },
});

function draftOf(
  running: Parameters<typeof cite>[0],
  config: ClamdConfig | undefined,
  mode: Agent | undefined,
): FindingDraft<typeof messages> {
  const prevention = config?.onAccessPrevention;
  const about = { subject: 'ClamAV', identity: [] };
  const isOff = mode?.realTimeActive?.value === false;
  const weight = isOff ? ({ severity: 'low' } as const) : {};
  const shown = [
    cite(running),
    ...(mode?.realTimeActive ? [cite(mode.realTimeActive, 'conflicts-with')] : []),
  ];
  const evidence = [cite(running), ...shown.slice(1)] as const;
  if (!config) return { ...about, message: 'unknown', evidence, confidence: 'likely', ...weight };
  if (prevention?.value === true) {
    return {
      ...about,
      message: 'prevents',
      evidence: [cite(running), cite(prevention), ...shown.slice(1)],
      ...weight,
    };
  }
  const settings = prevention ? [cite(prevention)] : [];
  return { ...about, message: 'watches', evidence: [cite(running), ...settings], severity: 'low' };
}
