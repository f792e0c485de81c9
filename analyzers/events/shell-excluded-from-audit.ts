import { cannotTell, citeAll, defineAnalyzer, optional, type Located } from '../../engine/api/index.ts';
import { auditRuleFiles } from '../../facts/audit/audit-rule-files.ts';
import type { AuditRule } from '../../facts/audit/audit-rule.ts';
import { auditRules } from '../../facts/audit/audit-rules.ts';
import { agentPresent } from '../applies.ts';
import { riskyExclusions } from '../knowledge/risky-exclusions.ts';
import { links } from '../links.ts';
import { readsFromAuditd } from './reads-from-auditd.ts';

/** Rules that are cited of one program. */
const MOST_CITED = 2;

export const shellExcludedFromAudit = defineAnalyzer({
  id: 'events/shell-excluded-from-audit',
  title: 'Shell left out of audit',
  why: 'Whatever runs in a shell or an interpreter leaves no records then, and attackers run little else.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent, readsFromAuditd],
  needs: { loaded: optional(auditRules), files: optional(auditRuleFiles) },
  messages: { excluded: 'The rule "{rule}" leaves out all that {program} does' },
  remediation: {
    steps: [
      'Remove the exclusion from its file below /etc/audit/rules.d, and load the rules anew.',
      'Exclude the program that makes the records rather than the shell that starts it.',
    ],
    commands: [
      { command: 'sudo ./MDESupportTool exclude -l', risk: 'safe' },
      { command: 'sudo augenrules --load', risk: 'changes-host' },
    ],
    links: [links.clientAnalyzer, links.performance],
  },
  sources: [
    { document: 'run-analyzer-linux', date: '2025-01' },
    { document: 'common-exclusion-mistakes-microsoft-defender-antivirus', date: '2025-01' },
  ],

  evaluate({ loaded, files }, { know }) {
    if (!loaded && !files) {
      return cannotTell('Neither loaded rules nor rules files are in the bundle.', { auditRules });
    }
    const names = know(riskyExclusions).flatMap(({ kind, value }) => (kind === 'process' ? [value] : []));
    const rules: readonly Located<AuditRule>[] = [...(loaded?.rules ?? []), ...(files?.rules ?? [])];
    const byProgram = Map.groupBy(rules, ({ value }) => excludedShell(value.text, names));
    return [...byProgram].flatMap(([program, [first, ...others]]) => {
      if (program === undefined || !first) return [];
      return [
        {
          message: 'excluded' as const,
          params: { rule: first.value.text, program },
          evidence: citeAll([first, ...others.slice(0, MOST_CITED - 1)]),
          subject: program,
          identity: [program],
        },
      ];
    });
  },
});

// -a never,exit -F arch=b64 -S connect -F exe=/bin/bash · -a exit,never -F exe=/usr/bin/python3.9 -k quiet
const NEVER = /^-[aA]\s+(?:never,exit|exit,never)\s/u;
const FILTER = /-F\s+(?<field>\w+)=(?<value>\S+)/gu;
/** Filters that leave a rule as wide as it is. */
const NOT_NARROWING: readonly string[] = ['arch', 'exe', 'key'];

/** The shell or interpreter that a rule leaves out, whoever runs it and on whatever; undefined where it is none. */
function excludedShell(text: string, names: readonly string[]): string | undefined {
  if (!NEVER.test(text)) return undefined;
  const filters = [...text.matchAll(FILTER)].map(({ groups }) => groups ?? {});
  if (filters.some(({ field = '' }) => !NOT_NARROWING.includes(field))) return undefined;
  const program = filters.find(({ field }) => field === 'exe')?.['value'];
  const name = program?.slice(program.lastIndexOf('/') + 1) ?? '';
  // python3.9 is as much of a shell as python.
  return names.includes(name) || names.includes(name.replace(/\d[\d.]*$/u, '')) ? program : undefined;
}
