import {
  cite,
  citeAll,
  defineAnalyzer,
  optional,
  type Evidence1,
  type Located,
} from '../../engine/api/index.ts';
import { auditMessages, type RuleLoadError } from '../../facts/audit/audit-messages.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { auditSeverity, eventProvider } from './event-provider.ts';

/** Messages that are cited. */
const MOST_CITED = 4;

export const failedAuditRuleLoad = defineAnalyzer({
  id: 'events/failed-audit-rule-load',
  title: 'Audit rules failed to load',
  why: 'Loading stops at the first faulty line, so the rules behind it, those of the agent among them, are not in force.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { messages: auditMessages, health: optional(health), agent: optional(agent) },
  messages: {
    atLine: 'Loading the audit rules stopped at line {line} of {file}',
    refused: 'Audit rules could not be loaded: {reason}',
    failed: 'Loading the audit rules failed when auditd started',
  },
  remediation: {
    steps: [
      'Load the rules by hand and read which line is refused.',
      'Repair that line in its file below /etc/audit/rules.d: audit.rules is made of those files.',
      'Load them again, and restart the agent.',
    ],
    commands: [
      { command: 'sudo augenrules --load', risk: 'changes-host' },
      { command: 'sudo auditctl -l', risk: 'safe' },
    ],
    links: [links.whatsNew],
  },
  sources: [{ document: 'linux-whatsnew', date: '2023-03' }],
  because: [{ of: 'events/immutable-audit' }],

  evaluate({ messages: { loadErrors, loadFailed }, health: state, agent: found }) {
    // The last start went well: what the logs tell is of days before.
    if (loadFailed?.value === false) return [];
    const severity = auditSeverity(eventProvider(state, found), 'medium');
    const about = { severity, identity: [] } as const;
    const placed = loadErrors.find(({ value }) => value.line !== undefined);
    const evidence = evidenceOf(placed, loadErrors, loadFailed);
    if (!evidence) return [];
    if (placed?.value.line !== undefined) {
      const params = { line: placed.value.line, file: placed.value.file ?? '' };
      return [{ ...about, message: 'atLine', params, evidence }];
    }
    const [first] = loadErrors;
    if (first) return [{ ...about, message: 'refused', params: { reason: first.value.reason }, evidence }];
    return [{ ...about, message: 'failed', evidence }];
  },
});

function evidenceOf(
  placed: Located<RuleLoadError> | undefined,
  errors: readonly Located<RuleLoadError>[],
  failed: Located<boolean> | undefined,
): Evidence1 | undefined {
  const [first, ...rest] = [...(placed ? [placed] : []), ...errors.filter((one) => one !== placed)];
  if (!first) return failed ? [cite(failed)] : undefined;
  const evidence = citeAll([first, ...rest.slice(0, MOST_CITED - 1)]);
  return failed ? [...evidence, cite(failed, 'context')] : evidence;
}
