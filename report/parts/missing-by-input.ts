import type { AnalyzerOutcome, NotSeen } from '../../engine/api/index.ts';

/** An input that is missing, and the checks that could not look without it. */
export interface MissingByInput {
  /** Of the first check that misses it. */
  readonly missing: NotSeen;
  readonly ids: readonly string[];
}

/**
 * What blocked checks miss, the input that most of them need first. Several facts may be read from one input: it is
 * asked for once.
 */
export function missingByInput(outcomes: readonly AnalyzerOutcome[]): readonly MissingByInput[] {
  const byInput = new Map<string, { readonly missing: NotSeen; readonly ids: Set<string> }>();
  for (const { id, status, notSeen } of outcomes) {
    if (status !== 'blocked') continue;
    for (const missing of notSeen) {
      const input = `${missing.status} ${missing.reason ?? ''} ${titleOf(missing)}`;
      const row = byInput.get(input) ?? { missing, ids: new Set<string>() };
      byInput.set(input, row);
      row.ids.add(id);
    }
  }
  return [...byInput.values()]
    .map(({ missing, ids }) => ({ missing, ids: [...ids] }))
    .sort((a, b) => b.ids.length - a.ids.length || (titleOf(a.missing) < titleOf(b.missing) ? -1 : 1));
}

/** What an input is called: by how it is collected, or by its fact. */
export function titleOf({ collect, fact }: NotSeen): string {
  return collect?.title ?? fact;
}
