import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  optional,
  sourcesOf,
  type FindingDraft,
} from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { kernelModules } from '../../facts/kernel/modules.ts';
import type { Agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { securityProducts } from '../knowledge/security-products.ts';
import { links } from '../links.ts';
import { productTraces, type ProductTraces } from './product-traces.ts';
import { TRACE_NEEDS } from './trace-needs.ts';

/** Modules that are cited of one product. */
const MOST_CITED = 5;

const messages = {
  loaded: 'The kernel has loaded {modules} of {product}',
  sensor: 'The kernel has loaded {modules} of {product}, which only collects events',
} as const;

export const thirdPartyKernelModule = defineAnalyzer({
  id: 'conflict/third-party-kernel-module',
  title: 'Kernel module of another security product',
  why: 'It hooks into file access below the agent; waits and crashes there take the whole host down.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { ...TRACE_NEEDS, health: optional(health), host: optional(distribution) },
  messages,
  remediation: {
    steps: [
      'Find out whether the product is still in use: modules stay loaded after a removal until the next boot.',
      "Remove the product by its own means; unload its module only by the vendor's instructions.",
      'Name the module when a case on hangs or crashes is opened.',
    ],
    commands: [{ command: 'lsmod; modinfo MODULE', risk: 'safe' }],
    links: [links.performance],
  },
  sources: sourcesOf(securityProducts),
  because: [
    { of: 'conflict/active-beside-other-antivirus', sameSubject: true },
    { of: 'conflict/second-edr', sameSubject: true },
    { of: 'conflict/third-party-protection', sameSubject: true },
  ],

  evaluate(facts, context) {
    if (!facts.modules)
      return cannotTell('The modules of the kernel are not in the bundle.', { kernelModules });
    const isTalpaOurs =
      facts.health?.real_time_protection_subsystem?.value === 'talpa' || facts.host?.major === 6;
    const found = productTraces(facts, context.know(securityProducts)).filter(
      (traces) => traces.modules.length > 0 && !(isTalpaOurs && isOnlyTalpa(traces)),
    );
    return withoutRivals(found).flatMap((traces) =>
      draftOf(traces, facts.agent).map((draft) => ({
        ...draft,
        sources: context.sourceOf(securityProducts, traces.product),
      })),
    );
  },
});

/** The agent for RHEL 6 hooks file access by a module of the same name as Sophos did. */
function isOnlyTalpa(traces: ProductTraces): boolean {
  return !hasMore(traces) && traces.modules.every(({ value }) => value.name.startsWith('talpa_'));
}

/** Products share modules of their suppliers (redirfs): those with nothing else give way to one with more traces. */
function withoutRivals(found: readonly ProductTraces[]): readonly ProductTraces[] {
  return found.filter((one) => {
    if (hasMore(one)) return true;
    const lines = new Set(one.modules.map(({ at }) => at.line));
    const rivals = found.filter(
      (other) => other !== one && other.modules.some(({ at }) => lines.has(at.line)),
    );
    return !rivals.some((rival) => hasMore(rival) || rival.modules.length > one.modules.length);
  });
}

function hasMore({ running, installed }: ProductTraces): boolean {
  return running.length + installed.length > 0;
}

function draftOf(
  { product: { product, role }, modules }: ProductTraces,
  agent: Agent | undefined,
): readonly FindingDraft<typeof messages>[] {
  const [first, ...rest] = modules;
  if (!first) return [];
  const names = [first, ...rest].map(({ value }) => value.name).join(', ');
  const about = {
    params: { product, modules: names },
    evidence: citeAll([first, ...rest.slice(0, MOST_CITED - 1)]),
    subject: product,
    identity: [product],
  };
  if (role === 'sensor') return [{ ...about, message: 'sensor', severity: 'info' }];
  return [{ ...about, message: 'loaded', ...weightBeside(agent) }];
}

/** Beside a passive agent nothing waits for two answers. */
function weightBeside(agent: Agent | undefined): { readonly severity?: 'medium' | 'low' } {
  if (agent?.realTimeActive?.value === true) return {};
  return agent?.realTimeActive?.value === false ? { severity: 'low' } : { severity: 'medium' };
}
