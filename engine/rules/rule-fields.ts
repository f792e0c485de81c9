import type { AnyFact, Field, ScalarField } from '../api/index.ts';
import { didYouMean } from './did-you-mean.ts';
import { splitRef } from './rule-parts.ts';

export type FactsByName = ReadonlyMap<string, AnyFact>;

export type FieldOfRef =
  { readonly fact: AnyFact; readonly name: string; readonly field: Field } | { readonly message: string };

/** The field that `fact.field` names, or why it names none. */
export function fieldOf(ref: string, facts: FactsByName): FieldOfRef {
  const { fact: factName, field: name } = splitRef(ref);
  if (factName === '') return { message: `found '${ref}', expected fact.field${nearFact(ref, facts)}` };
  const fact = facts.get(factName);
  if (!fact) return { message: unknownFact(factName, facts) };
  const fields = fact.fields ?? {};
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field) return { fact, name, field };
  return { message: unknownName({ owner: factName, what: 'field', name, known: Object.keys(fields) }) };
}

export function unknownFact(name: string, facts: FactsByName): string {
  return `there is no fact '${name}'${nearFact(name, facts)}`;
}

/** The column of a table, or why there is none. */
export function columnOf(
  name: string,
  table: { readonly ref: string; readonly row: Readonly<Record<string, ScalarField>> },
): ScalarField | { readonly message: string } {
  const column = Object.hasOwn(table.row, name) ? table.row[name] : undefined;
  return (
    column ?? {
      message: unknownName({ owner: table.ref, what: 'column', name, known: Object.keys(table.row) }),
    }
  );
}

function nearFact(name: string, facts: FactsByName): string {
  return didYouMean(name, [...facts.keys()]);
}

function unknownName(about: { owner: string; what: string; name: string; known: readonly string[] }): string {
  const { owner, what, name, known } = about;
  const exists = known.length > 0 ? `it has ${known.join(', ')}` : `it has none that a rule can name`;
  return `${owner} has no ${what} '${name}'${didYouMean(name, known) || `; ${exists}`}`;
}
