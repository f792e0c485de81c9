import type { AnyFact, Field, Fields, Located, RowListField, ScalarField } from '../../engine/api/index.ts';
import type { FactTable } from '../contract/facts.ts';
import { placeShown } from '../report/opened-report.ts';

type Cell = FactTable['rows'][number][number];
type Shown = Pick<FactTable, 'title' | 'kind' | 'columns' | 'rows'>;

/** What was understood of a fact, by the view that it declares: fields as lines, or one list as a table. */
export function factTable(fact: AnyFact, value: unknown, root: string): Shown {
  const { fields = {}, view, name, describes } = fact;
  const title = view?.title ?? describes;
  if (view?.kind === 'table') {
    const field = fields[view.rows];
    if (field?.type === 'rows') {
      const ids = view.columns ?? Object.keys(field.row);
      return { title, kind: 'table', ...rowsTable(field, ids, listAt(value, view.rows), root) };
    }
  }
  const names = Object.keys(fields);
  const only = names.length === 1 ? fields[names[0] ?? ''] : undefined;
  if (only?.type === 'rows') {
    const rows = listAt(value, names[0] ?? '');
    return { title, kind: 'table', ...rowsTable(only, Object.keys(only.row), rows, root) };
  }
  if (names.length === 0) return { title: title === '' ? name : title, kind: 'none', columns: [], rows: [] };
  return { title, kind: 'fields', columns: [], rows: fieldRows(fields, value, root) };
}

/** How many values a person would see. */
export function valuesIn(fact: AnyFact, value: unknown): number {
  return factTable(fact, value, '').rows.length;
}

function rowsTable(
  field: RowListField,
  ids: readonly string[],
  rows: readonly Located<unknown>[],
  root: string,
): Pick<Shown, 'columns' | 'rows'> {
  const columns = ids.flatMap((id) => {
    const column = field.row[id];
    return column ? [{ id, label: column.label ?? id, describes: column.describes }] : [];
  });
  return {
    columns,
    rows: rows.map(({ value, at }) =>
      columns.map(({ id }): Cell => {
        const cell = (value as Readonly<Record<string, unknown>>)[id];
        return { text: textOf(cell, field.row[id]), at: placeShown(at, root) };
      }),
    ),
  };
}

function fieldRows(fields: Fields, value: unknown, root: string): Shown['rows'] {
  return Object.entries(fields).flatMap(([name, field]): Shown['rows'] => {
    const label: Cell = { text: field.label ?? name };
    if (field.type === 'list' || field.type === 'rows') {
      return listAt(value, name).map((one) => [label, cellOf(one, field, root)]);
    }
    const found = (value as Readonly<Record<string, Located<unknown> | undefined>>)[name];
    return found ? [[label, cellOf(found, field, root)]] : [];
  });
}

function cellOf({ value, at }: Located<unknown>, field: Field, root: string): Cell {
  return { text: textOf(value, 'row' in field ? undefined : field), at: placeShown(at, root) };
}

function textOf(value: unknown, field: ScalarField | Exclude<Field, RowListField> | undefined): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((one) => textOf(one, undefined)).join(', ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, one]) => `${key} ${textOf(one, undefined)}`)
      .join(', ');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return field && 'unit' in field && field.unit !== undefined ? `${text} ${field.unit}` : text;
}

function listAt(value: unknown, name: string): readonly Located<unknown>[] {
  const found = (value as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(found) ? (found as readonly Located<unknown>[]) : [];
}
