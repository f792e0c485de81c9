import { cannotTell, cite, citeAbsence, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { collectorComplaints } from '../../facts/bundle/collector-complaints.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health, HEALTH_OUTPUTS } from '../../facts/mdatp/health.ts';
import { unansweredHealth } from '../../facts/mdatp/unanswered-health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const noHealthOutput = defineAnalyzer({
  id: 'bundle/no-health-output',
  about: 'bundle',
  title: 'Health of the agent not in the bundle',
  why: 'Most of what is judged of the agent hangs on its health, and a daemon that gives none may not be running.',
  severity: 'medium',
  confidence: 'likely',
  kinds: ['client-analyzer', 'plain'],
  applies: [agentPresent],
  needs: {
    health: optional(health),
    unanswered: optional(unansweredHealth),
    agent: optional(agent),
    collector: optional(collectorComplaints),
  },
  messages: {
    unanswered: 'In the place of the health of the agent stands: {complaint}',
    missing: 'The agent is installed, and the client analyzer has no health of it',
  },
  remediation: {
    steps: [
      'See whether the service of the agent runs; start it where it does not.',
      'Ask the agent for its health as root, and collect again.',
    ],
    commands: [
      { command: 'sudo systemctl status mdatp', risk: 'safe' },
      { command: 'sudo mdatp health', risk: 'safe' },
    ],
    links: [links.serviceTrouble, links.installTrouble],
  },
  sources: [{ document: 'linux-support-install', date: '2025-01' }],
  because: [
    { of: 'install/service-not-running' },
    { of: 'install/missing-processes' },
    { of: 'install/missing-cli' },
    { of: 'bundle/incomplete-collection', subject: 'rights' },
  ],

  evaluate({ health: state, unanswered, agent: installed, collector }, { kind, complete }) {
    if (state) return [];
    if (unanswered) {
      const { complaint } = unanswered;
      const params = { complaint: complaint.value };
      return [{ message: 'unanswered', params, evidence: [cite(complaint)], identity: [] }];
    }
    if (kind !== 'client-analyzer') return cannotTell('Nobody tried to collect the health.', { health });
    if (!complete) return cannotTell('The bundle was not read to its end: the health may be there.');
    const proof = installed?.installed === 'yes' ? installed.proof : undefined;
    if (!proof) return cannotTell('Whether the agent is installed is not in the bundle.', { agent });
    const down = collector?.complaints.find(({ value }) => value.kind === 'agent-down');
    const absence = citeAbsence('the health of the agent', [
      ...HEALTH_OUTPUTS,
      'mdatp_config.txt',
      'mde.xml',
    ]);
    const evidence = [absence, cite(proof, 'context'), ...(down ? [cite(down, 'context')] : [])] as const;
    return [{ message: 'missing', evidence }];
  },
});
