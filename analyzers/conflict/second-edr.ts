import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  sourcesOf,
  type AnalysisContext,
  type FindingDraft,
} from '../../engine/api/index.ts';
import { processList } from '../../facts/process/process-list.ts';
import { agentPresent } from '../applies.ts';
import { securityProducts } from '../knowledge/security-products.ts';
import { links } from '../links.ts';
import { productTraces, type ProductTraces } from './product-traces.ts';
import { TRACE_NEEDS } from './trace-needs.ts';

/** Traces that are cited of one product. */
const MOST_CITED = 4;

const messages = {
  beside: '{product} runs beside the agent and watches the same events',
  tolerated: '{product} runs beside the agent, which profile {profile} no longer calls a conflict',
} as const;

export const secondEdr = defineAnalyzer({
  id: 'conflict/second-edr',
  title: 'Second detection and response beside the agent',
  why: 'It does not wait on file access, yet both watch every process: load and memory add up, and alerts come twice.',
  severity: 'medium',
  confidence: 'likely',
  applies: [agentPresent],
  needs: TRACE_NEEDS,
  messages,
  remediation: {
    steps: [
      'Decide whether both are needed, and which one answers alerts.',
      'Where both stay, exclude each in the other, and compare load and delays with and without the second one.',
    ],
    commands: [{ command: 'top -b -n 1 -o %CPU | head -20', risk: 'safe' }],
    links: [links.requirements, links.performance],
  },
  sources: sourcesOf(securityProducts),
  supersedes: ['conflict/third-party-protection'],

  evaluate(facts, context) {
    if (!facts.processes && !facts.units && !facts.seen) {
      return cannotTell('Neither processes nor units are in the bundle.', { processList });
    }
    return productTraces(facts, context.know(securityProducts)).flatMap((traces) => draftOf(traces, context));
  },
});

function draftOf(
  { product: row, running: [first, ...rest] }: ProductTraces,
  context: AnalysisContext,
): readonly FindingDraft<typeof messages>[] {
  if (row.role !== 'edr' || !first) return [];
  const { product } = row;
  const about = {
    evidence: citeAll([first, ...rest.slice(0, MOST_CITED - 1)]),
    subject: product,
    identity: [product],
    sources: context.sourceOf(securityProducts, row),
  };
  const { profile } = context;
  return row.besideAgent === true
    ? [{ ...about, message: 'tolerated', params: { product, profile }, severity: 'low' }]
    : [{ ...about, message: 'beside', params: { product } }];
}
