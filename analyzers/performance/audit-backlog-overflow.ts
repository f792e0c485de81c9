import { defineAnalyzer, optional } from '../../engine/api/index.ts';
import { kernelLog, type AuditBacklog, type Logged } from '../../facts/kernel/kernel-log.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { auditSeverity, eventProvider } from '../events/event-provider.ts';
import { links } from '../links.ts';
import { citeLogged, seenText, some, timesOf } from './logged.ts';

export const auditBacklogOverflow = defineAnalyzer({
  id: 'performance/audit-backlog-overflow',
  title: 'Backlog of audit overflowed',
  why: 'Records that found no room are lost, and programs were held up while the kernel waited for room.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { log: kernelLog, health: optional(health), agent: optional(agent) },
  messages: {
    full: 'The audit backlog of {limit} records overflowed ({seen})',
    unknown: 'The audit backlog overflowed ({seen})',
  },
  remediation: {
    steps: [
      'Raise the backlog limit in the rules files: -b 8192, or more on a busy host.',
      'Cut rules that make many records, and exclude busy programs whose records nobody reads.',
      'Look whether the messages come again.',
    ],
    commands: [
      { command: 'sudo auditctl -s', risk: 'safe' },
      { command: 'sudo auditctl -b 16384', risk: 'changes-host' },
    ],
    links: [links.performance],
  },
  sources: [{ document: 'linux-support-perf', date: '2023' }],
  because: [
    { of: 'events/flooded-audit-log' },
    { of: 'performance/high-audisp-cpu' },
    { of: 'conflict/other-audit-consumers' },
    { of: 'events/small-audit-backlog' },
    { of: 'events/too-many-audit-rules' },
  ],

  evaluate({ log, health: state, agent: found }) {
    const rows = some(log.auditBacklog);
    if (!rows) return [];
    const limit = rows.map(({ value }) => value.limit).findLast((one) => one !== undefined);
    const about = {
      evidence: citeLogged(rows),
      severity: auditSeverity(eventProvider(state, found), 'high'),
      identity: [],
    };
    const seen = seenText(rows, overflows(rows));
    return limit === undefined
      ? [{ ...about, message: 'unknown', params: { seen } }]
      : [{ ...about, message: 'full', params: { limit, seen } }];
  },
});

/** The kernel tells of one overflow in two lines: how full the backlog is, and that the limit was exceeded. */
function overflows(rows: readonly Logged<AuditBacklog>[]): number {
  const sized = rows.filter(({ value }) => value.limit !== undefined);
  const exceeded = rows.filter(({ value }) => value.limit === undefined);
  return Math.max(timesOf(sized), timesOf(exceeded));
}
