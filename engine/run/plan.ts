import {
  factOf,
  type AnyAnalyzer,
  type AnyFact,
  type Domain,
  type LinesPlan,
  type Places,
} from '../api/index.ts';
import { buildAutomaton, type Automaton } from '../scan/automaton.ts';
import { PlaceIndex } from './places.ts';

/** One place of one fact in one kind of bundle. `rank` is its turn among the fact's places of that kind. */
export interface Wanted {
  readonly fact: AnyFact;
  readonly kind: string;
  readonly rank: number;
  /** Bytes to keep of a text; 0 for facts that read lines. */
  readonly maxBytes: number;
}

/** One address of one way to tell a kind. */
export interface Marker {
  readonly kind: string;
  readonly way: number;
  readonly address: number;
  /** How many addresses the way has; all of them must be there. */
  readonly addresses: number;
}

/** What a run looks for: made once from the domain, used for every bundle. */
export interface Plan {
  readonly facts: readonly AnyFact[];
  readonly places: PlaceIndex<Wanted>;
  readonly markers: PlaceIndex<Marker>;
  readonly automaton: Automaton;
  /** Line facts by needle number. */
  readonly factsOfNeedle: readonly (readonly AnyFact[])[];
  readonly recognisers: readonly { readonly fact: AnyFact; looksLike(head: string): boolean }[];
  readonly fallbackKind: string;
}

const DEFAULT_MAX_BYTES = 4 * 1024 * 1024;

export function planFor(domain: Domain, analyzers: readonly AnyAnalyzer[], extra: readonly AnyFact[]): Plan {
  const facts = factsInOrder([domain.header, ...extra, ...analyzers.flatMap(factsAskedBy)]);
  const places = new PlaceIndex<Wanted>();
  for (const fact of facts) addPlaces(places, fact);
  const markers = new PlaceIndex<Marker>();
  for (const { id, markers: ways } of domain.kinds) {
    ways.forEach((addresses, way) =>
      addresses.forEach((place, address) =>
        markers.add(place, { kind: id, way, address, addresses: addresses.length }),
      ),
    );
  }
  const { needles, factsOfNeedle } = needlesOf(facts);
  return {
    facts,
    places,
    markers,
    automaton: buildAutomaton(needles),
    factsOfNeedle,
    recognisers: facts.flatMap((fact) =>
      fact.plan.kind === 'text' && fact.plan.looksLike ? [{ fact, looksLike: fact.plan.looksLike }] : [],
    ),
    fallbackKind: domain.kinds.find((kind) => kind.fallback)?.id ?? '',
  };
}

/** Every fact that an analyzer may ask, needs of its applicability included. */
export function factsAskedBy(analyzer: AnyAnalyzer): readonly AnyFact[] {
  const asked = [analyzer.needs, ...(analyzer.applies ?? []).map((applies) => applies.needs)];
  return asked.flatMap((needs) => Object.values(needs as Record<string, AnyFact>).map(factOf));
}

/** Facts with all that they are made of, each after what it needs. A circle is an error that names it. */
export function factsInOrder(wanted: readonly AnyFact[]): readonly AnyFact[] {
  const ordered = new Set<AnyFact>();
  const byName = new Map<string, AnyFact>();
  const visit = (fact: AnyFact, path: readonly string[]): void => {
    if (ordered.has(fact)) return;
    if (path.includes(fact.name))
      throw new Error(`Facts need each other: ${[...path, fact.name].join(' → ')}`);
    if (fact.plan.kind === 'derived') {
      for (const need of Object.values(fact.plan.needs as Record<string, AnyFact>)) {
        visit(factOf(need), [...path, fact.name]);
      }
    }
    if (byName.has(fact.name)) throw new Error(`Two facts are called ${fact.name}`);
    byName.set(fact.name, fact);
    ordered.add(fact);
  };
  for (const fact of wanted) visit(fact, []);
  return [...ordered];
}

/** The places of a fact in one kind, in order. */
export function placesIn(from: Places, kind: string): readonly string[] {
  const places = Object.hasOwn(from, kind) ? from[kind] : undefined;
  return places === undefined ? [] : typeof places === 'string' ? [places] : places;
}

function addPlaces(index: PlaceIndex<Wanted>, fact: AnyFact): void {
  const { plan } = fact;
  if (plan.kind !== 'text' && plan.kind !== 'texts' && plan.kind !== 'lines') return;
  const maxBytes = plan.kind === 'lines' ? 0 : (plan.maxBytes ?? DEFAULT_MAX_BYTES);
  for (const kind of Object.keys(plan.from)) {
    placesIn(plan.from, kind).forEach((place, rank) => index.add(place, { fact, kind, rank, maxBytes }));
  }
}

function needlesOf(facts: readonly AnyFact[]): { needles: string[]; factsOfNeedle: AnyFact[][] } {
  const byNeedle = new Map<string, AnyFact[]>();
  for (const fact of facts) {
    if (fact.plan.kind !== 'lines') continue;
    for (const needle of (fact.plan as LinesPlan<unknown, unknown>).needles) {
      const key = needle.toLowerCase();
      byNeedle.set(key, [...(byNeedle.get(key) ?? []), fact]);
    }
  }
  return { needles: [...byNeedle.keys()], factsOfNeedle: [...byNeedle.values()] };
}
