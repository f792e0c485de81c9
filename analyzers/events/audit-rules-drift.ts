import { cite, citeAbsence, defineAnalyzer, type Citation } from '../../engine/api/index.ts';
import { auditRuleFiles, type AuditRuleFiles } from '../../facts/audit/audit-rule-files.ts';
import { auditRules, type AuditRules } from '../../facts/audit/audit-rules.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { agentRules } from './agent-rules.ts';
import { readsFromAuditd } from './reads-from-auditd.ts';

const FOLDER = 'rules.d';

export const auditRulesDrift = defineAnalyzer({
  id: 'events/audit-rules-drift',
  title: 'Audit rules of the agent differ from those on disk',
  why: 'What is loaded and what is on disk differ, so the next start of auditd changes which events there are.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent, readsFromAuditd],
  needs: { loaded: auditRules, files: auditRuleFiles },
  messages: {
    notLoaded: '{file} holds rules of the agent ({count}), of which the kernel has loaded none',
    notOnDisk:
      'The kernel has loaded rules of the agent ({count}), which no file in /etc/audit/rules.d holds',
  },
  remediation: {
    steps: [
      'Load the rules from disk and read what augenrules says.',
      'Where the file of the agent is missing, restart the agent: it writes the file again.',
    ],
    commands: [
      { command: 'sudo augenrules --check', risk: 'safe' },
      { command: 'sudo augenrules --load', risk: 'changes-host' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.performance],
  },
  sources: [{ document: 'linux-support-perf', date: '2023' }],
  because: [
    { of: 'events/failed-audit-rule-load' },
    { of: 'events/immutable-audit' },
    { of: 'events/auditd-not-running' },
  ],

  evaluate({ loaded, files }) {
    const inKernel = agentRules(loaded.rules);
    const onDisk = agentRules(files.rules);
    const [rule] = inKernel;
    const [line] = onDisk;
    if (line && !rule) {
      const params = { file: line.value.file, count: onDisk.length };
      return [{ message: 'notLoaded', params, evidence: [cite(line), notLoaded(loaded)], identity: [] }];
    }
    const folder = placesOf(files);
    if (rule && !line && folder.length > 0) {
      const lack = citeAbsence('a rule with the key mdatp', folder, 'conflicts-with');
      const params = { count: inKernel.length };
      return [{ message: 'notOnDisk', params, evidence: [cite(rule), lack], identity: [] }];
    }
    return [];
  },
});

function notLoaded({ rules, noRules }: AuditRules): Citation {
  if (noRules) return cite(noRules, 'conflicts-with');
  return citeAbsence('a rule with the key mdatp', [rules[0]?.at.entry ?? ''], 'conflicts-with');
}

/** Where the folder of rules was read; audit.rules alone is what was made of it some time ago. */
function placesOf({ files }: AuditRuleFiles): readonly string[] {
  return [...new Set(files.filter(({ value }) => value.includes(FOLDER)).map(({ at }) => at.entry))];
}
