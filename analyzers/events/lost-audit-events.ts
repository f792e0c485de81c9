import {
  cannotTell,
  cite,
  defineAnalyzer,
  optional,
  type Citation,
  type Located,
} from '../../engine/api/index.ts';
import { auditStatus, type AuditStatus } from '../../facts/audit/audit-status.ts';
import { kernelLog } from '../../facts/kernel/kernel-log.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { auditSeverity, eventProvider } from './event-provider.ts';
import { fullBacklogPercent, manyLostRecords } from './thresholds.ts';

export const lostAuditEvents = defineAnalyzer({
  id: 'events/lost-audit-events',
  title: 'Audit records lost',
  why: 'Records that found no room in the backlog are gone: the portal misses what they told.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    status: auditStatus,
    kernel: optional(kernelLog),
    health: optional(health),
    agent: optional(agent),
  },
  messages: {
    lost: 'The kernel has lost {count} audit records since boot',
    full: '{backlog} of {limit} places of the audit backlog are taken',
  },
  remediation: {
    steps: [
      'Raise the backlog limit in the rules files: -b 8192, or more on a busy host.',
      'Cut rules that make many records, and exclude busy programs whose records nobody reads.',
      'Look whether the count still grows.',
    ],
    commands: [
      { command: 'sudo auditctl -s', risk: 'safe' },
      { command: 'sudo auditctl -b 16384', risk: 'changes-host' },
      { command: 'sudo aureport -x --summary | head', risk: 'safe' },
    ],
    links: [links.performance],
  },
  sources: [{ document: 'linux-support-perf', date: '2023' }],
  because: [
    { of: 'performance/audit-backlog-overflow' },
    { of: 'events/small-audit-backlog' },
    { of: 'events/flooded-audit-log' },
    { of: 'performance/high-audisp-cpu' },
    { of: 'conflict/other-audit-consumers' },
    { of: 'events/audit-rate-limit' },
    { of: 'events/too-many-audit-rules' },
  ],

  evaluate({ status, kernel, health: state, agent: found }, { threshold }) {
    const { lost, backlog } = status;
    if (!lost && !backlog) return cannotTell('The state of audit names no losses.', { auditStatus });
    const provider = eventProvider(state, found);
    const isFull = usedPercent(status) > threshold(fullBacklogPercent);
    const overflow = kernel?.auditBacklog[0];
    if (lost && lost.value > 0) {
      const isHigh = isFull || lost.value > threshold(manyLostRecords) || overflow !== undefined;
      const severity = auditSeverity(provider, isHigh ? 'high' : 'low');
      const evidence = [cite(lost), ...(isFull ? full(status) : []), ...context(overflow)] as const;
      return [{ message: 'lost', params: { count: lost.value }, evidence, severity, identity: [] }];
    }
    if (!isFull || !backlog || !status.backlogLimit) return [];
    const params = { backlog: backlog.value, limit: status.backlogLimit.value };
    const evidence = [cite(backlog), cite(status.backlogLimit), ...context(overflow)] as const;
    return [{ message: 'full', params, evidence, severity: auditSeverity(provider, 'high'), identity: [] }];
  },
});

/** A limit of 0 is none. */
function usedPercent({ backlog, backlogLimit }: AuditStatus): number {
  if (!backlog || !backlogLimit || backlogLimit.value === 0) return 0;
  return (backlog.value / backlogLimit.value) * 100;
}

function full({ backlog, backlogLimit }: AuditStatus): readonly Citation[] {
  return [backlog, backlogLimit].flatMap((one) => (one ? [cite(one)] : []));
}

function context(overflow: Located<unknown> | undefined): readonly Citation[] {
  return overflow ? [cite(overflow, 'context')] : [];
}
