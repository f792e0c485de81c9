import type { RiskyExclusion } from '../knowledge/risky-exclusions.ts';

/** How risky it is to exclude a thing, under any of its names; undefined where no row names it. */
export function riskOf(
  rows: readonly RiskyExclusion[],
  kind: RiskyExclusion['kind'],
  names: readonly string[],
): RiskyExclusion['risk'] | undefined {
  const own = rows.filter((row) => row.kind === kind);
  return own.find(({ value }) => names.includes(value))?.risk;
}
