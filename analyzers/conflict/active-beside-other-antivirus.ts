import {
  cannotTell,
  cite,
  citeAll,
  defineAnalyzer,
  notApplicable,
  sourcesOf,
} from '../../engine/api/index.ts';
import { health } from '../../facts/mdatp/health.ts';
import { processList } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { securityProducts } from '../knowledge/security-products.ts';
import { links } from '../links.ts';
import { productTraces } from './product-traces.ts';
import { TRACE_NEEDS } from './trace-needs.ts';

/** Traces that are cited of one product. */
const MOST_CITED = 4;

export const activeBesideOtherAntivirus = defineAnalyzer({
  id: 'conflict/active-beside-other-antivirus',
  title: 'Real-time protection beside another antivirus',
  why: 'Both hold each file until they have answered, and each scans what the other opens: hosts slow down or hang.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: TRACE_NEEDS,
  messages: { both: '{product} runs while real-time protection of the agent is on' },
  remediation: {
    steps: [
      'Decide which of the two protects files on access.',
      'Remove the other product, or set the enforcement level of the agent to passive: detection and response go on.',
      'Set each product as an exclusion of the other where both must stay for a time.',
    ],
    commands: [
      { command: 'mdatp health --field real_time_protection_enabled', risk: 'safe' },
      { command: 'sudo mdatp config passive-mode --value enabled', risk: 'changes-host' },
    ],
    links: [links.enforcementLevel, links.requirements],
  },
  sources: sourcesOf(securityProducts),
  supersedes: ['conflict/third-party-protection'],

  evaluate(facts, context) {
    const active = facts.agent?.realTimeActive;
    if (active?.value === false) return notApplicable('Real-time protection of the agent is off.');
    if (!facts.processes && !facts.units && !facts.seen) {
      return cannotTell('Neither processes nor units are in the bundle.', { processList });
    }
    const running = productTraces(facts, context.know(securityProducts)).filter(
      (traces) => traces.product.role === 'antivirus' && traces.running.length > 0,
    );
    if (running.length === 0) return [];
    if (!active) return cannotTell('Whether real-time protection is on is not in the bundle.', { health });
    return running.flatMap(({ product: row, running: [first, ...rest] }) => {
      if (!first) return [];
      const { product } = row;
      const shown = citeAll([first, ...rest.slice(0, MOST_CITED - 1)]);
      return [
        {
          message: 'both' as const,
          params: { product },
          evidence: [...shown, cite(active, 'conflicts-with')] as const,
          subject: product,
          identity: [product],
          sources: context.sourceOf(securityProducts, row),
        },
      ];
    });
  },
});
