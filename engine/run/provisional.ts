import type { AnyFact, Finding } from '../api/index.ts';
import type { IngestEnd, IngestOptions } from '../ingest/source.ts';
import { buildReport } from './build-report.ts';
import { bundleContent } from './bundle-content.ts';
import { bundlesIn } from './bundles.ts';
import type { Collector } from './collector.ts';
import type { OpenOptions } from './open-options.ts';
import { factsAskedBy, factsInOrder } from './plan.ts';
import { resolveFacts } from './resolve-facts.ts';

/** Between two looks lie at least this many milliseconds… */
const LEAST_PAUSE = 400;
/** …and so many times what the last look took: looking early must not make reading late. */
const PAUSE_PER_LOOK = 20;
/** Nobody reads more findings while a bundle opens. */
const MOST_LOOKS = 12;

/**
 * Ingest options whose progress also looks at what is there so far. Only small texts are judged: the state of a fact
 * that reads a log line by line belongs to its end. What is told may be withdrawn; the report at the end is the truth.
 */
export function withProvisional(options: OpenOptions, collector: Collector): IngestOptions {
  const { onProvisional, onProgress } = options;
  if (!onProvisional) return options;
  const look = lookerOf(options, collector);
  let next = performance.now() + LEAST_PAUSE;
  let looks = 0;
  let told = '';
  return {
    ...options,
    onProgress(progress) {
      onProgress?.(progress);
      const began = performance.now();
      if (began < next || looks >= MOST_LOOKS) return;
      looks++;
      const findings = look();
      const now = performance.now();
      next = now + Math.max(LEAST_PAUSE, (now - began) * PAUSE_PER_LOOK);
      const key = findings.map(({ fingerprint }) => fingerprint).join();
      if (key === told) return;
      told = key;
      onProvisional(findings);
    },
  };
}

function lookerOf(options: OpenOptions, collector: Collector): () => readonly Finding[] {
  const { domain, plan } = options;
  const analyzers = options.analyzers.filter((one) => factsInOrder(factsAskedBy(one)).every(readsNoLines));
  const facts = plan.facts.filter((fact) => factsInOrder([fact]).every(readsNoLines));
  const end: IngestEnd = {
    name: '',
    sha256: '',
    bytes: 0,
    ended: 'complete',
    entriesMissing: false,
    opened: true,
  };
  return () => {
    const collected = collector.collected();
    const found = bundlesIn(collected, domain);
    return found.flatMap((bundle) => {
      const content = bundleContent({
        collected,
        bundle,
        fallbackKind: plan.fallbackKind,
        incomplete: 'still reading',
        missing: new Set(),
        late: new Map(),
      });
      const outcomes = resolveFacts(facts, content);
      const alone = found.length === 1;
      const parts = { ...options, analyzers, end, bundle, content, collected, outcomes, alone };
      return buildReport(parts).findings;
    });
  };
}

function readsNoLines({ plan }: AnyFact): boolean {
  return plan.kind !== 'lines';
}
