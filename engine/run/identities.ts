import type { Identity, IdentityKind, Report } from '../api/index.ts';
import { buildAutomaton } from '../scan/automaton.ts';
import { newHits, scanLines } from '../scan/scan-lines.ts';
import type { FactOutcomes } from './resolve-facts.ts';

/** Names of one bundle; a hostile list of users shall not swell what is looked for. */
const MOST = 2_000;
const MOST_LENGTH = 256;

/** What the facts of a bundle tell of whose host it is; each once, in their order. */
export function identitiesIn(outcomes: FactOutcomes): readonly Identity[] {
  const found = new Map<string, Identity>();
  for (const [fact, outcome] of outcomes) {
    if (outcome.status !== 'known' || !fact.identities) continue;
    for (const [kind, values] of Object.entries(fact.identities(outcome.value))) {
      for (const value of values ?? []) {
        if (value === undefined || value.trim() === '' || value.length > MOST_LENGTH || value.includes('\n'))
          continue;
        // The keys are those that the type has.
        if (found.size < MOST) found.set(`${kind} ${value}`, { kind: kind as IdentityKind, value });
      }
    }
  }
  return [...found.values()];
}

/** Those that stand somewhere in the report: it tells no name that it does not quote. */
export function quotedIdentities(report: Report, identities: readonly Identity[]): readonly Identity[] {
  if (identities.length === 0) return [];
  // A name with a domain is quoted where its first part is.
  const needles = identities.map(({ kind, value }) =>
    kind === 'host' ? (value.split('.')[0] ?? value) : value,
  );
  const { needlesAt, firstAccepting, ...automaton } = buildAutomaton(needles.map((needle) => needle || '.'));
  const hits = newHits();
  scanLines({ needlesAt, firstAccepting, ...automaton }, Buffer.from(JSON.stringify(report)), hits);
  const quoted = new Set<number>();
  for (let hit = 0; hit < hits.count; hit++) {
    for (const needle of needlesAt[hits.state[hit]! - firstAccepting]!) quoted.add(needle);
  }
  return identities.filter((_, index) => quoted.has(index));
}
