import {
  REPORT_FACTS_SCHEMA,
  type AnyFact,
  type ExcerptItem,
  type ExcerptScalar,
  type FactExcerpt,
  type Field,
  type Located,
  type ReportFacts,
} from '../api/index.ts';
import type { FactOutcomes } from './resolve-facts.ts';

/** Items of one field: no host excludes so much, and a hostile one shall not swell the report. */
const MOST_ITEMS = 1000;
/** Characters of one text. */
const MOST_CHARACTERS = 1000;

/** Whether reports keep a field of this fact. */
export function isCompared({ fields }: AnyFact): boolean {
  return Object.values(fields ?? {}).some((field) => field.fleet === true);
}

/** What checks of several hosts compare, out of the facts that a bundle tells. */
export function factExcerpts(outcomes: FactOutcomes): ReportFacts {
  const excerpts: FactExcerpt[] = [];
  for (const [{ name, fields = {} }, outcome] of outcomes) {
    if (outcome.status !== 'known') continue;
    for (const [field, declared] of Object.entries(fields)) {
      if (declared.fleet !== true) continue;
      const excerpt = excerptOf(outcome.value, field, declared);
      if (excerpt)
        excerpts.push({ fact: name, field, ...excerpt, ...(outcome.partial ? { cut: true } : {}) });
    }
  }
  excerpts.sort((a, b) => compare(a.fact, b.fact) || compare(a.field, b.field));
  return { schema: REPORT_FACTS_SCHEMA, excerpts };
}

function excerptOf(
  whole: unknown,
  name: string,
  field: Field,
): Pick<FactExcerpt, 'items' | 'cut'> | undefined {
  // Facts hold their fields as they declare them.
  const value = (whole as Readonly<Record<string, unknown>>)[name];
  if (value === undefined) return undefined;
  const isMany = field.type === 'list' || field.type === 'rows';
  const found = (isMany ? value : [value]) as readonly Located<unknown>[];
  const columns = field.type === 'rows' ? Object.keys(field.row) : undefined;
  let cut = found.length > MOST_ITEMS;
  const items = found.slice(0, MOST_ITEMS).map(({ value: one, at }): ExcerptItem => {
    const kept = columns ? rowOf(one, columns) : shortened(one);
    cut ||= kept.cut;
    return { value: kept.value, at: { entry: at.entry, line: at.line } };
  });
  return { items, ...(cut ? { cut: true } : {}) };
}

interface Kept<Value> {
  readonly value: Value;
  readonly cut: boolean;
}

function rowOf(row: unknown, columns: readonly string[]): Kept<Readonly<Record<string, ExcerptScalar>>> {
  let cut = false;
  const cells = columns.flatMap((column): readonly (readonly [string, ExcerptScalar])[] => {
    const cell = (row as Readonly<Record<string, unknown>>)[column];
    if (cell === undefined) return [];
    const kept = shortened(cell);
    cut ||= kept.cut;
    return [[column, kept.value]];
  });
  return { value: Object.fromEntries(cells), cut };
}

function shortened(value: unknown): Kept<ExcerptScalar> {
  if (typeof value === 'number' || typeof value === 'boolean') return { value, cut: false };
  const text = String(value);
  return { value: text.slice(0, MOST_CHARACTERS), cut: text.length > MOST_CHARACTERS };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
