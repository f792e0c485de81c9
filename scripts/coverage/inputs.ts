import { factOf, type AnyAnalyzer, type AnyFact, type FactNeeds } from '../../engine/api/index.ts';
import { kinds } from '../../facts/kinds.ts';

/** The facts that an analyzer judges by; those it may do without in brackets. */
export function inputsOf({ needs }: AnyAnalyzer): readonly string[] {
  return Object.values(needs as FactNeeds).map((need) =>
    'optional' in need ? `(${need.optional.name})` : need.name,
  );
}

/** The kinds of bundle that have a place for all that an analyzer needs. */
export function kindsOf({ needs, kinds: only }: AnyAnalyzer): readonly string[] {
  return kinds
    .map(({ id }) => id)
    .filter((id) => (only?.includes(id) ?? true) && carries(needs as FactNeeds, id));
}

/** All of what is needed; where everything is optional, any of it. */
function carries(needs: FactNeeds, kind: string): boolean {
  const all = Object.values(needs);
  const needed = all.filter((need) => !('optional' in need));
  if (needed.length > 0) return needed.every((need) => has(factOf(need), kind));
  return all.some((need) => has(factOf(need), kind));
}

function has({ plan }: AnyFact, kind: string): boolean {
  if (plan.kind === 'derived') return carries(plan.needs as FactNeeds, kind);
  return Object.hasOwn(plan.from, kind) && (plan.from[kind]?.length ?? 0) > 0;
}
