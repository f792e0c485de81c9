import { cite, citeAbsence, type Citation, type Evidence1, type Located } from '../api/index.ts';
import { columnOfEach, partsOfCondition } from './rule-parts.ts';
import type { RuleFile } from './rule-schema.ts';
import type { Values } from './template.ts';
import type { Lookup } from './truth.ts';

/**
 * What a finding cites: the fields the rule names; where none of them is there, what its conditions read; where
 * that is not there either, that it is absent.
 */
export function citationsOf({ evidence, when }: RuleFile, values: Values): Evidence1 {
  const read = partsOfCondition(when, [])
    .filter(({ kind }) => kind === 'field')
    .map(({ ref }) => ref);
  const named = placesOf(evidence, values);
  const [first, ...rest] = named.length > 0 ? named : placesOf(read, values);
  if (first) return [first, ...rest];
  const [missing = 'the value'] = [...read, ...evidence];
  return [citeAbsence(missing, values.look(missing).lookedIn ?? [])];
}

function placesOf(refs: readonly string[], { look, row }: Values): readonly Citation[] {
  const found = refs.flatMap((ref) => locatedBy(ref, look, row));
  const seen = new Set<string>();
  return found.flatMap((one) => {
    const { entry, line, endLine } = one.at;
    const place = `${line}-${endLine ?? line} ${entry}`;
    if (seen.has(place)) return [];
    seen.add(place);
    return [cite(one)];
  });
}

function locatedBy(
  ref: string,
  look: Lookup,
  row: Located<unknown> | undefined,
): readonly Located<unknown>[] {
  if (ref === 'each' || columnOfEach(ref) !== undefined) return row ? [row] : [];
  return look(ref).places;
}
