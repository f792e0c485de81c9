import { cannotTell, cite, citeAbsence, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { auditRules } from '../../facts/audit/audit-rules.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { agentRules } from './agent-rules.ts';
import { eventProvider } from './event-provider.ts';
import { readsFromAuditd } from './reads-from-auditd.ts';

export const missingMdatpAuditRules = defineAnalyzer({
  id: 'events/missing-mdatp-audit-rules',
  title: 'Audit rules of the agent not loaded',
  why: 'The kernel records for auditd only what rules ask for; without those of the agent the portal sees no events.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent, readsFromAuditd],
  needs: { loaded: auditRules, health: optional(health), agent: optional(agent) },
  messages: { none: 'No loaded audit rule has the key mdatp, while the agent reads its events from auditd' },
  remediation: {
    steps: [
      'Load the rules by hand and read what augenrules says of them.',
      'Repair or remove the rule that it names: one faulty line keeps all that follow from being loaded.',
      'Restart the agent where its rules file is missing, and look at the loaded rules again.',
    ],
    commands: [
      { command: 'sudo augenrules --load', risk: 'changes-host' },
      { command: 'sudo auditctl -l | grep mdatp', risk: 'safe' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.events],
  },
  sources: [{ document: 'linux-support-events', date: '2025-01' }],
  because: [
    { of: 'events/failed-audit-rule-load' },
    { of: 'events/audit-rules-drift' },
    { of: 'events/auditd-not-running' },
    { of: 'health/agent-with-known-issue', subject: 'events' },
  ],

  evaluate({ loaded, health: state, agent: found }) {
    if (agentRules(loaded.rules).length > 0) return [];
    const { usesAuditd, told, isCertain } = eventProvider(state, found);
    if (usesAuditd !== 'yes' || !isCertain || !told) {
      return cannotTell('Nothing tells for sure that the agent reads its events from auditd.', { health });
    }
    const entry = loaded.rules[0]?.at.entry ?? '';
    const lack = loaded.noRules ? cite(loaded.noRules) : citeAbsence('a rule with the key mdatp', [entry]);
    return [{ message: 'none', evidence: [lack, cite(told, 'context')], identity: [] }];
  },
});
