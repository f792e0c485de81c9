import type { AnyFact, Report } from '../../engine/api/index.ts';
import { relativeTo } from '../../engine/run/bundles.ts';
import type { EngineAnswer, EntryRow, FactRow } from '../../engine/run/protocol.ts';
import type { FactRowTexts, FactTexts, Snapshot } from '../../report/compare/snapshot.ts';
import { factTable } from '../facts/fact-table.ts';

/** Every bundle of an answer with its facts and files, as they are compared. */
export function snapshotsOf(
  { reports, facts = [] }: EngineAnswer,
  entries: readonly EntryRow[],
  domain: readonly AnyFact[],
): readonly Snapshot[] {
  const known = new Map(domain.map((fact) => [fact.name, fact]));
  return reports.map((report) => {
    const own = facts.filter(({ bundle }) => bundle === bundleOf(report));
    const files = entries.flatMap(({ kind, path, size }) => {
      const inside = kind === 'file' ? relativeTo(report.bundle.root, path) : undefined;
      return inside === undefined ? [] : [{ path: inside, size }];
    });
    return { report, facts: own.flatMap((row) => factTexts(row, known.get(row.name))), files };
  });
}

/** As the engine names the bundle of a fact. */
function bundleOf({ bundle: { root, name } }: Report): string {
  return root === '' ? name : root;
}

/** A fact without a view is a step to others, which are compared themselves. */
function factTexts({ name, status, value }: FactRow, fact: AnyFact | undefined): readonly FactTexts[] {
  if (!fact?.view || status !== 'known') return [];
  const { title, columns, rows } = factTable(fact, value, '');
  const texts = rows.map((cells): FactRowTexts => {
    const [first, ...others] = cells.map(({ text }) => text);
    return { key: first ?? '', cells: others };
  });
  return [{ name, title, columns: columns.slice(1).map(({ label }) => label), rows: texts }];
}
