import type { FactRowTexts, FactTexts } from './snapshot.ts';

/** One value that is not the same on both sides; undefined on the side that lacks it. */
export interface ValueChange {
  readonly key: string;
  /** The column of a table, where one cell of a row changed. */
  readonly column?: string;
  readonly old?: string;
  readonly new?: string;
}

export interface FactChange {
  readonly name: string;
  readonly title: string;
  /** Told by one side only: its input is missing on the other. */
  readonly only?: 'old' | 'new';
  readonly changes: readonly ValueChange[];
}

/** Facts that say something else, by name. A fact that one side does not tell is named, not listed value by value. */
export function compareFacts(old: readonly FactTexts[], now: readonly FactTexts[]): readonly FactChange[] {
  const before = new Map(old.map((fact) => [fact.name, fact]));
  const after = new Map(now.map((fact) => [fact.name, fact]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name): readonly FactChange[] => {
    const [was, is] = [before.get(name), after.get(name)];
    const { title } = is ?? was ?? { title: name };
    if (!was || !is) return [{ name, title, only: was ? 'old' : 'new', changes: [] }];
    const changes = rowChanges(was.rows, is.rows, is.columns);
    return changes.length === 0 ? [] : [{ name, title, changes }];
  });
}

/** By what each row is called; of several with one name, those that the other side lacks. */
function rowChanges(
  old: readonly FactRowTexts[],
  now: readonly FactRowTexts[],
  columns: readonly string[],
): readonly ValueChange[] {
  const before = Map.groupBy(old, ({ key }) => key);
  const after = Map.groupBy(now, ({ key }) => key);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const gone = without(before.get(key) ?? [], after.get(key) ?? []);
    const come = without(after.get(key) ?? [], before.get(key) ?? []);
    const [was, ...others] = gone;
    const [is, ...more] = come;
    if (was && is && others.length === 0 && more.length === 0) return cellChanges(was, is, columns);
    return [
      ...gone.map((row) => ({ key, old: rowText(row) })),
      ...come.map((row) => ({ key, new: rowText(row) })),
    ];
  });
}

function cellChanges(
  old: FactRowTexts,
  now: FactRowTexts,
  columns: readonly string[],
): readonly ValueChange[] {
  const longer = Math.max(old.cells.length, now.cells.length);
  return Array.from({ length: longer }, (_, index) => index).flatMap((index): readonly ValueChange[] => {
    const was = old.cells[index] ?? '';
    const is = now.cells[index] ?? '';
    const column = columns[index];
    if (was === is) return [];
    return [{ key: now.key, ...(column === undefined ? {} : { column }), old: was, new: is }];
  });
}

function rowText({ cells }: FactRowTexts): string {
  return cells.filter((cell) => cell !== '').join(' · ');
}

/** Each row as often as the first list has it beyond the second. */
function without(rows: readonly FactRowTexts[], others: readonly FactRowTexts[]): readonly FactRowTexts[] {
  const left = new Map<string, number>();
  const idOf = ({ cells }: FactRowTexts): string => JSON.stringify(cells);
  for (const row of others) left.set(idOf(row), (left.get(idOf(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(idOf(row)) ?? 0;
    left.set(idOf(row), count - 1);
    return count <= 0;
  });
}
