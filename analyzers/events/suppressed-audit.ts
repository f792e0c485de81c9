import { cannotTell, cite, defineAnalyzer, optional, type Located } from '../../engine/api/index.ts';
import { auditRuleFiles } from '../../facts/audit/audit-rule-files.ts';
import type { AuditRule } from '../../facts/audit/audit-rule.ts';
import { auditRules } from '../../facts/audit/audit-rules.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { eventProvider } from './event-provider.ts';
import { readsFromAuditd } from './reads-from-auditd.ts';

export const suppressedAudit = defineAnalyzer({
  id: 'events/suppressed-audit',
  title: 'Auditing of programs switched off by a rule',
  why: 'A rule that fits every program keeps the kernel from recording what it does, whatever other rules ask for.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent, readsFromAuditd],
  needs: {
    loaded: optional(auditRules),
    files: optional(auditRuleFiles),
    health: optional(health),
    agent: optional(agent),
  },
  messages: {
    loaded: 'The kernel follows the rule "{rule}", so programs leave no records for the agent',
    onDisk: '{file} holds the rule "{rule}", with which programs leave no records for the agent',
  },
  remediation: {
    steps: [
      'Remove the rule from its file in /etc/audit/rules.d; SUSE ships it in audit.rules.',
      'Load the rules anew and restart programs that must be seen: the rule is applied when a program starts.',
      'Leave the rule where it is once the agent takes its events by eBPF.',
    ],
    commands: [
      { command: 'grep -n "never" /etc/audit/rules.d/*.rules', risk: 'safe' },
      { command: 'sudo augenrules --load', risk: 'changes-host' },
    ],
    links: [links.events],
  },
  sources: [{ document: 'linux-support-events', date: '2025-01' }],

  evaluate({ loaded, files, health: state, agent: found }) {
    if (!loaded && !files) {
      return cannotTell('Neither loaded rules nor rules files are in the bundle.', { auditRules });
    }
    const rule = loaded?.rules.find(suppressesAll);
    const line = files?.rules.find(suppressesAll);
    if (!rule && !line) return [];
    const { usesAuditd, told } = eventProvider(state, found);
    if (usesAuditd !== 'yes' || !told) {
      return cannotTell('Nothing tells where the agent reads its events from.', { health });
    }
    if (rule) {
      const evidence = [cite(rule), ...(line ? [cite(line)] : []), cite(told, 'context')] as const;
      return [{ message: 'loaded', params: { rule: rule.value.text }, evidence, identity: [] }];
    }
    if (!line) return [];
    const params = { rule: line.value.text, file: line.value.file };
    // Where the kernel does not follow it yet, it will from the next start of auditd on.
    const severity = loaded ? 'medium' : 'high';
    const evidence = [cite(line), cite(told, 'context')] as const;
    return [{ message: 'onDisk', params, evidence, severity, identity: [] }];
  },
});

// -a never,task · -a task,never · LIST_RULES: task,never · -a never,exit -S all
const SUPPRESSES =
  /^(?:-[aA]|LIST_RULES:)\s+(?:never,(?:task|exit)|(?:task|exit),never)(?:\s+-F\s+arch=\w+)?(?:\s+-S\s+all)?$/u;

/** Whether a rule leaves everything out, without asking for a program, a user or a path. */
function suppressesAll({ value }: Located<AuditRule>): boolean {
  return SUPPRESSES.test(value.text);
}
