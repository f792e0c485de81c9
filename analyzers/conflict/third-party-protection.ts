import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  sourcesOf,
  type AnalysisContext,
  type FindingDraft,
} from '../../engine/api/index.ts';
import type { Agent } from '../../facts/mdatp/agent.ts';
import { processList } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { securityProducts } from '../knowledge/security-products.ts';
import { links } from '../links.ts';
import { productTraces, type ProductTraces } from './product-traces.ts';
import { TRACE_NEEDS } from './trace-needs.ts';

/** Places that are cited of one product. */
const MOST_CITED = 4;

const messages = {
  active: '{product} runs while real-time protection of the agent is on',
  passive: '{product} runs; the agent is passive beside it',
  unknown: '{product} runs; whether real-time protection of the agent is on is not in the bundle',
  installed: '{product} is installed but was not seen running',
  maybe: '{product} is installed; whether it runs is not in the bundle',
  reported: 'The client analyzer found {product} among the processes, which are not in the bundle',
} as const;

type Draft = FindingDraft<typeof messages>;

/** What each message weighs. */
const WEIGHTS = {
  active: {},
  passive: { severity: 'low' },
  unknown: { severity: 'medium' },
  installed: { severity: 'low' },
  maybe: { severity: 'low', confidence: 'possible' },
  reported: { severity: 'medium', confidence: 'possible' },
} as const satisfies Record<keyof typeof messages, Pick<Draft, 'severity' | 'confidence'>>;

export const thirdPartyProtection = defineAnalyzer({
  id: 'conflict/third-party-protection',
  title: 'Second endpoint protection product',
  why: 'Two products that hook file access wait for each other: hosts become slow or hang.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: TRACE_NEEDS,
  messages,
  remediation: {
    steps: [
      'Decide which product protects files on access.',
      'Remove the other one, or run the antivirus of the agent in passive mode; its detection and response part stays safe to use.',
    ],
    commands: [{ command: 'sudo mdatp config passive-mode --value enabled', risk: 'changes-host' }],
    links: [links.requirements, links.enforcementLevel],
  },
  sources: sourcesOf(securityProducts),

  evaluate(facts, context) {
    const { processes, packages, units, seen, summary } = facts;
    if (!processes && !packages && !units && !seen && !summary?.conflictingAgents) {
      return cannotTell('Neither processes, packages nor units are in the bundle.', { processList });
    }
    const isListed = processes !== undefined || units !== undefined;
    return productTraces(facts, context.know(securityProducts))
      .filter(({ product }) => product.role !== 'sensor')
      .flatMap((traces) => draftOf(traces, facts.agent, isListed, context));
  },
});

function draftOf(
  { product: row, running, installed, reported }: ProductTraces,
  agent: Agent | undefined,
  isListed: boolean,
  context: AnalysisContext,
): readonly Draft[] {
  const [first, ...rest] = [...running, ...installed, ...reported];
  // Modules alone have a check of their own.
  if (!first) return [];
  const { product } = row;
  const message =
    running.length > 0
      ? messageFor(agent)
      : installed.length === 0
        ? 'reported'
        : isListed
          ? 'installed'
          : 'maybe';
  return [
    {
      message,
      params: { product },
      evidence: citeAll([first, ...rest.slice(0, MOST_CITED - 1)]),
      subject: product,
      identity: [product],
      sources: context.sourceOf(securityProducts, row),
      ...WEIGHTS[message],
    },
  ];
}

function messageFor(agent: Agent | undefined): 'active' | 'passive' | 'unknown' {
  if (agent?.realTimeActive?.value === true) return 'active';
  return agent?.passive?.value === true || agent?.realTimeActive?.value === false ? 'passive' : 'unknown';
}
