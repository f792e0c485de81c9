import type { AnyFact, Fact } from '../../engine/api/index.ts';
import { factOf } from '../../engine/api/index.ts';
import { fileOf } from './parse-fact.ts';

/**
 * Derives a fact from texts: each need by its name there, parsed by the need's own parser. A need without a text is
 * missing.
 */
export function deriveFact<Value>(fact: Fact<Value>, texts: Readonly<Record<string, string>>): Value {
  const { plan } = fact;
  if (plan.kind !== 'derived') throw new Error(`${fact.name} is not derived`);
  const values = Object.entries(plan.needs as Record<string, AnyFact>).map(([name, need]) => [
    name,
    valueOf(factOf(need), name, texts),
  ]);
  return plan.derive(Object.fromEntries(values), () => undefined);
}

function valueOf(fact: AnyFact, name: string, texts: Readonly<Record<string, string>>): unknown {
  const text = texts[name];
  if (text === undefined) return undefined;
  if (fact.plan.kind === 'text') return fact.plan.parse(fileOf(name, text), () => undefined);
  throw new Error(`${fact.name} is no text fact`);
}
