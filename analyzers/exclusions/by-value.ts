import type { Located } from '../../engine/api/index.ts';
import type { Exclusion } from '../../facts/mdatp/exclusions.ts';

/** One excluded thing, with every place that excludes it. */
export interface ExcludedValue {
  /** As the first place writes it. */
  readonly written: string;
  /** The form by which two spellings are the same. */
  readonly value: string;
  readonly places: readonly [Located<Exclusion>, ...Located<Exclusion>[]];
}

/** Groups exclusions by a plain form of their value; those without such a form are left out. */
export function byValue(
  exclusions: readonly Located<Exclusion>[],
  plain: (exclusion: Exclusion) => string | undefined,
): readonly ExcludedValue[] {
  const groups = new Map<string, ExcludedValue>();
  for (const exclusion of exclusions) {
    const value = plain(exclusion.value);
    if (value === undefined) continue;
    const group = groups.get(value);
    groups.set(value, {
      written: group?.written ?? exclusion.value.value,
      value,
      places: group ? [...group.places, exclusion] : [exclusion],
    });
  }
  return [...groups.values()];
}
