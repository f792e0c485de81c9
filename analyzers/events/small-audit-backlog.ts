import { cannotTell, cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { auditStatus } from '../../facts/audit/audit-status.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { eventProvider } from './event-provider.ts';
import { readsFromAuditd } from './reads-from-auditd.ts';
import { smallestBacklog } from './thresholds.ts';

export const smallAuditBacklog = defineAnalyzer({
  id: 'events/small-audit-backlog',
  title: 'Backlog of audit too small',
  why: 'A burst of events fills a small backlog in moments, and records that find no room are lost.',
  severity: 'low',
  confidence: 'likely',
  applies: [agentPresent, readsFromAuditd],
  needs: { status: auditStatus, health: optional(health), agent: optional(agent) },
  messages: { small: 'The backlog of audit takes {limit} records; {wanted} are needed beside the agent' },
  remediation: {
    steps: ['Set -b 8192 or more in the rules files.', 'Load the rules anew.'],
    commands: [
      { command: 'sudo auditctl -b 8192', risk: 'changes-host' },
      { command: 'sudo auditctl -s', risk: 'safe' },
    ],
    links: [links.performance],
  },
  sources: [{ document: 'linux-support-perf', date: '2023' }],

  evaluate({ status: { backlogLimit: limit }, health: state, agent: found }, { threshold }) {
    if (!limit) return cannotTell('The state of audit names no backlog limit.', { auditStatus });
    const wanted = threshold(smallestBacklog);
    // 0 is no limit.
    if (limit.value === 0 || limit.value >= wanted) return [];
    const { told } = eventProvider(state, found);
    if (!told) return cannotTell('Nothing tells where the agent reads its events from.', { health });
    const evidence = [cite(limit), cite(told, 'context')] as const;
    return [{ message: 'small', params: { limit: limit.value, wanted }, evidence, identity: [] }];
  },
});
