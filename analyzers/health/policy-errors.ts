import { citeAll, defineAnalyzer, type Located } from '../../engine/api/index.ts';
import { policyReport, type PolicySetting } from '../../facts/mdatp/policy-report.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

// Error · Conflict · Failed; not Success, NotApplicable, Pending
const NOT_APPLIED = /^(?:error|fail|conflict)/iu;
const MOST_PLACES = 5;
/** Policies that are told one by one. */
const MOST_POLICIES = 20;

export const policyErrors = defineAnalyzer({
  id: 'health/policy-errors',
  title: 'Settings of the portal that were not applied',
  why: 'The portal believes in a setting that the host does not have.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { report: policyReport },
  messages: {
    one: 'The host did not apply {name} of policy {policy}: {result}',
    many: 'The host did not apply {count} settings of policy {policy}, {name} among them: {result}',
  },
  remediation: {
    steps: [
      'Look for the same setting in mdatp_managed.json: what stands there and in the portal must not differ.',
      'Look for two policies of the portal that set it differently for this host.',
      'Check that the version of the agent knows the setting.',
    ],
    links: [links.preferences],
  },
  sources: [{ document: 'linux-preferences', date: '2025-01' }],

  evaluate({ report }) {
    const failed = report.settings.filter(({ value }) => NOT_APPLIED.test(value.result.trim()));
    const byPolicy = Map.groupBy(failed, ({ value }) => value.policy);
    return [...byPolicy.values()].slice(0, MOST_POLICIES).flatMap(([first, ...rest]) => {
      if (!first) return [];
      const { policy, name, result } = first.value;
      const params = { policy: policy || 'without an id', name, result };
      const about = {
        evidence: citeAll([first, ...rest.slice(0, MOST_PLACES - 1)]),
        identity: [policy, ...namesOf([first, ...rest])],
        subject: policy,
      };
      return [
        rest.length === 0
          ? { ...about, message: 'one' as const, params }
          : { ...about, message: 'many' as const, params: { ...params, count: rest.length + 1 } },
      ];
    });
  },
});

function namesOf(settings: readonly Located<PolicySetting>[]): readonly string[] {
  return settings.map(({ value }) => value.name).sort();
}
