import { cannotTell, cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { auditRuleFiles } from '../../facts/audit/audit-rule-files.ts';
import { auditStatus } from '../../facts/audit/audit-status.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { auditSeverity, eventProvider } from './event-provider.ts';

export const auditRateLimit = defineAnalyzer({
  id: 'events/audit-rate-limit',
  title: 'Audit records limited in rate',
  why: 'Records above the limit are dropped, whoever would read them: the agent, or an archive that the law asks for.',
  severity: 'low',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    status: optional(auditStatus),
    files: optional(auditRuleFiles),
    health: optional(health),
    agent: optional(agent),
  },
  messages: {
    inForce: 'The kernel keeps at most {rate} audit records a second',
    onDisk: '{file} limits audit records to {rate} a second',
  },
  remediation: {
    steps: [
      'Find what makes so many records, and exclude that rather than whatever comes too late.',
      'Take the limit out again by the client analyzer, or remove its file and load the rules anew.',
    ],
    commands: [
      { command: 'sudo ./MDESupportTool ratelimit -e false', risk: 'changes-host' },
      { command: 'sudo auditctl -s', risk: 'safe' },
    ],
    links: [links.auditRateLimit],
  },
  sources: [{ document: 'run-analyzer-linux', date: '2025-01' }],

  evaluate({ status, files, health: state, agent: found }) {
    const line = files?.settings.findLast(({ value }) => value.option === '-r');
    if (!status?.rateLimit && !files) {
      return cannotTell('Nothing tells whether audit records are limited in rate.', { auditStatus });
    }
    const severity = auditSeverity(eventProvider(state, found), 'low');
    const about = { severity, identity: [] } as const;
    const isLimited = (line && Number(line.value.value) > 0) === true;
    if (status?.rateLimit && status.rateLimit.value > 0) {
      const evidence = [cite(status.rateLimit), ...(line && isLimited ? [cite(line)] : [])] as const;
      return [{ ...about, message: 'inForce', params: { rate: status.rateLimit.value }, evidence }];
    }
    if (!line || !isLimited) return [];
    const params = { file: line.value.file, rate: Number(line.value.value) };
    return [{ ...about, message: 'onDisk', params, evidence: [cite(line)] }];
  },
});
