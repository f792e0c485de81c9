import { cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { auditRuleFiles } from '../../facts/audit/audit-rule-files.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { auditSeverity, eventProvider } from './event-provider.ts';

export const faultyRulesSkipped = defineAnalyzer({
  id: 'events/faulty-rules-skipped',
  title: 'Faulty audit rules skipped in silence',
  why: 'A rule that cannot be loaded is passed over, so nobody notices that what it asks for is not recorded.',
  severity: 'low',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { files: auditRuleFiles, health: optional(health), agent: optional(agent) },
  messages: { skipped: '{file} has audit rules loaded past faulty ones (-c)' },
  remediation: {
    steps: [
      'Take the line out for a moment, load the rules and read which one is refused.',
      'Repair or remove that rule, and leave the line out for good.',
    ],
    commands: [
      { command: 'sudo ./MDESupportTool skipfaultyrules -e false', risk: 'changes-host' },
      { command: 'sudo augenrules --load', risk: 'changes-host' },
    ],
    links: [links.faultyAuditRules],
  },
  sources: [{ document: 'run-analyzer-linux', date: '2025-01' }],

  evaluate({ files: { settings }, health: state, agent: found }) {
    const [first, ...others] = settings.filter(({ value }) => value.option === '-c');
    if (!first) return [];
    const evidence = [cite(first), ...others.slice(0, 1).map((one) => cite(one))] as const;
    const severity = auditSeverity(eventProvider(state, found), 'low');
    return [{ message: 'skipped', params: { file: first.value.file }, evidence, severity, identity: [] }];
  },
});
