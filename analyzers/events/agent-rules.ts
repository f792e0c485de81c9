import type { Located } from '../../engine/api/index.ts';
import type { AuditRule } from '../../facts/audit/audit-rule.ts';

/** The keys that the agent gives to its rules. */
const KEYS = /(?:^|,)(?:mdatp|mdatpmbr)(?:,|$)/u;

/** The rules that the agent made, told by their keys. */
export function agentRules<Rule extends AuditRule>(
  rules: readonly Located<Rule>[] = [],
): readonly Located<Rule>[] {
  return rules.filter(({ value }) => KEYS.test(value.key));
}
