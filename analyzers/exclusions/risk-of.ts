import type { RiskyExclusion } from '../knowledge/risky-exclusions.ts';

/** The row that says how risky it is to exclude a thing, under any of its names; undefined where none does. */
export function riskOf(
  rows: readonly RiskyExclusion[],
  kind: RiskyExclusion['kind'],
  names: readonly string[],
): RiskyExclusion | undefined {
  const own = rows.filter((row) => row.kind === kind);
  return own.find(({ value }) => names.includes(value));
}
