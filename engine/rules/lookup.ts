import type { Located } from '../api/index.ts';
import type { FactsByName } from './rule-fields.ts';
import { splitRef } from './rule-parts.ts';
import { ownValue, type FoundField, type Lookup } from './truth.ts';

/** Looks up `fact.field` among the values of facts, by the fields that the facts declare. */
export function lookupIn(values: Readonly<Record<string, unknown>>, facts: FactsByName): Lookup {
  return (ref): FoundField => {
    const { fact, field } = splitRef(ref);
    const whole = ownValue(values, fact);
    if (whole === undefined) return { seen: false, value: undefined, places: [] };
    const found = ownValue(whole, field);
    if (found === undefined) return { seen: true, value: undefined, places: [] };
    const type = facts.get(fact)?.fields?.[field]?.type;
    if (type === 'list' || type === 'rows') {
      const items = found as readonly Located<unknown>[];
      return { seen: true, value: items, places: items };
    }
    const located = found as Located<unknown>;
    return { seen: true, value: located.value, places: [located] };
  };
}
