import {
  cannotTell,
  cite,
  citeAbsence,
  defineAnalyzer,
  optional,
  type Located,
} from '../../engine/api/index.ts';
import { auditRules, type AuditRules } from '../../facts/audit/audit-rules.ts';
import { analyzerXml, type AnalyzerXml } from '../../facts/mdatp/analyzer-xml.ts';
import { conflictingProcesses, type ConflictingProcesses } from '../../facts/mdatp/conflicting-processes.ts';
import { readsFromAuditd } from '../events/reads-from-auditd.ts';
import { links } from '../links.ts';

export const unexcludedAuditBinaries = defineAnalyzer({
  id: 'conflict/unexcluded-audit-binaries',
  title: 'Busy programs without an audit exclusion',
  why: 'These programs make so many connections that their records alone keep auditd and the agent busy.',
  severity: 'low',
  confidence: 'likely',
  applies: [readsFromAuditd],
  needs: {
    seen: optional(conflictingProcesses),
    summary: optional(analyzerXml),
    rules: optional(auditRules),
  },
  messages: { unexcluded: '{program} is on the host and no audit rule leaves it out' },
  remediation: {
    steps: [
      'Add an exclusion of the program to the audit rules by the client analyzer, or move to an agent that reads by eBPF.',
      'Load the rules and look at the number of records again.',
    ],
    commands: [
      { command: 'sudo ./MDESupportTool exclude -e PROGRAM', risk: 'changes-host' },
      { command: 'sudo aureport -x --summary | head', risk: 'safe' },
    ],
    links: [links.clientAnalyzer],
  },
  sources: [{ document: 'run-analyzer-linux', date: '2025-01' }],

  evaluate({ seen, summary, rules }) {
    if (!seen && !summary)
      return cannotTell('The client analyzer did not look for them.', { conflictingProcesses });
    return binariesOf(seen, summary)
      .filter(({ value }) => !isExcluded(value, rules))
      .map((binary) => {
        const looked = rules
          ? [citeAbsence(`a rule that excludes ${binary.value}`, filesOf(rules), 'context')]
          : [];
        return {
          message: 'unexcluded' as const,
          params: { program: binary.value },
          evidence: [cite(binary), ...looked] as const,
          subject: binary.value,
          identity: [binary.value],
        };
      });
  },
});

/** The summary says the same as the file; the file is read where it is there. */
function binariesOf(
  seen: ConflictingProcesses | undefined,
  summary: AnalyzerXml | undefined,
): readonly Located<string>[] {
  if (seen) return seen.binaries.map(({ value, at }) => ({ value: value.text, at }));
  const list = summary?.conflictingBinaries;
  return (list?.value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one.startsWith('/'))
    .map((value) => ({ value, at: list?.at ?? { entry: '', line: 1 } }));
}

// -a never,exit -F arch=b64 -S connect -F exe=/usr/local/sbin/haproxy
function isExcluded(program: string, rules: AuditRules | undefined): boolean {
  return (
    rules?.rules.some(
      ({ value: { text } }) =>
        /^-[aA] (?:never,exit|exit,never)\b/u.test(text) && text.includes(`exe=${program}`),
    ) ?? false
  );
}

function filesOf({ rules, noRules }: AuditRules): readonly string[] {
  const at = rules[0]?.at ?? noRules?.at;
  return at ? [at.entry] : [];
}
