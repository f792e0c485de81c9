import { cite, citeAll, defineAnalyzer, optional, type Located } from '../../engine/api/index.ts';
import type { AuditRule } from '../../facts/audit/audit-rule.ts';
import { auditRules } from '../../facts/audit/audit-rules.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { auditSeverity, eventProvider } from './event-provider.ts';
import { manyAuditRules, veryManyAuditRules } from './thresholds.ts';

/** Places that are cited of one folder. */
const MOST_CITED = 3;

export const tooManyAuditRules = defineAnalyzer({
  id: 'events/too-many-audit-rules',
  title: 'Too many or too wide audit rules',
  why: 'The kernel tries the rules at each system call, and each record they make passes through auditd.',
  severity: 'medium',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { loaded: auditRules, health: optional(health), agent: optional(agent) },
  messages: {
    many: '{count} audit rules are loaded',
    wide: 'The rule "{rule}" watches everything below {folder}',
  },
  remediation: {
    steps: [
      'Join rules that differ in their system calls alone: one rule may name many.',
      'Watch the files that matter rather than the tree that holds them.',
      'Leave out rules whose records nobody reads.',
    ],
    commands: [
      { command: 'sudo auditctl -l | wc -l', risk: 'safe' },
      { command: 'sudo aureport --key --summary', risk: 'safe' },
    ],
    links: [links.performance],
  },
  sources: [{ document: 'linux-support-perf', date: '2023' }],

  evaluate({ loaded: { rules }, health: state, agent: found }, { threshold }) {
    const provider = eventProvider(state, found);
    const byFolder = Map.groupBy(rules, wideFolder);
    const wide = WIDE.flatMap((folder) => {
      const [rule, ...others] = byFolder.get(folder) ?? [];
      if (!rule) return [];
      return [
        {
          message: 'wide' as const,
          params: { rule: rule.value.text, folder },
          evidence: citeAll([rule, ...others.slice(0, MOST_CITED - 1)]),
          severity: auditSeverity(provider, 'low'),
          subject: folder,
          identity: [folder],
        },
      ];
    });
    const [first] = rules;
    if (!first || rules.length <= threshold(manyAuditRules)) return wide;
    const isVeryMany = rules.length > threshold(veryManyAuditRules);
    const severity = auditSeverity(provider, isVeryMany ? 'medium' : 'low');
    const params = { count: rules.length };
    return [{ message: 'many', params, evidence: [cite(first)], severity, identity: [] }, ...wide];
  },
});

// -w / -p rwxa · -a always,exit -F dir=/var -F perm=r
const WATCH = /(?:^-w\s+|\sdir=|\s-F\s+dir=)(?<folder>\/\S*)/u;

/** Folders that hold most of what is written and read on a host. */
const WIDE: readonly string[] = ['/', '/usr', '/var', '/home', '/opt', '/proc', '/tmp', '/srv'];

function wideFolder({ value }: Located<AuditRule>): string | undefined {
  const folder = WATCH.exec(value.text)?.groups?.['folder']?.replace(/(?<=.)\/$/u, '');
  return folder !== undefined && WIDE.includes(folder) && !isNever(value) ? folder : undefined;
}

function isNever({ text }: AuditRule): boolean {
  return /\bnever\b/u.test(text.split(' -', 2).join(' '));
}
