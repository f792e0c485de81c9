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
    const fields = facts.get(fact)?.fields ?? {};
    if (found === undefined) {
      return { seen: true, value: undefined, places: [], lookedIn: entriesOf(whole, Object.keys(fields)) };
    }
    const type = fields[field]?.type;
    if (type === 'list' || type === 'rows') {
      const items = found as readonly Located<unknown>[];
      return { seen: true, value: items, places: items };
    }
    const located = found as Located<unknown>;
    return { seen: true, value: located.value, places: [located] };
  };
}

/** The entries that a fact was read from, as far as its fields show them. */
function entriesOf(whole: unknown, fields: readonly string[]): readonly string[] {
  const places = fields.flatMap((field) => {
    const found = ownValue(whole, field) as Located<unknown> | readonly Located<unknown>[] | undefined;
    const [first] = Array.isArray(found)
      ? (found as readonly Located<unknown>[])
      : [found as Located<unknown>];
    return first ? [first.at.entry] : [];
  });
  return [...new Set(places)];
}
