import type { NotSeen, Report } from '../../engine/api/index.ts';
import { visibleLine } from '../escape.ts';
import type { Say } from '../messages.ts';

/** An input that is missing, and the checks that wait for it. */
export interface BlockedInput {
  readonly what: string;
  /** Why it is missing and, where known, the command that brings it: words fit for a screen. */
  readonly how: string;
  readonly ids: readonly string[];
}

export interface BlockedInputs {
  /** The input that most checks need first. */
  readonly inputs: readonly BlockedInput[];
  /** Checks that could not look for another reason. */
  readonly reasons: readonly { readonly id: string; readonly reason: string }[];
  /** Commands that bring what is missing, each once. */
  readonly commands: readonly string[];
}

/** What could not be looked at, by the input that is missing. */
export function blockedInputs({ analyzers }: Report, say: Say): BlockedInputs {
  const byFact = new Map<string, { readonly missing: NotSeen; readonly ids: Set<string> }>();
  const reasons: { id: string; reason: string }[] = [];
  for (const { id, status, notSeen, reason } of analyzers) {
    if (status !== 'blocked') continue;
    if (reason !== undefined) reasons.push({ id, reason: visibleLine(reason) });
    for (const missing of notSeen) {
      const row = byFact.get(missing.fact) ?? { missing, ids: new Set() };
      byFact.set(missing.fact, row);
      row.ids.add(id);
    }
  }
  const rows = [...byFact.values()].sort(
    (a, b) => b.ids.size - a.ids.size || (a.missing.fact < b.missing.fact ? -1 : 1),
  );
  return {
    reasons,
    inputs: rows.map(({ missing, ids }) => ({
      what: missing.collect?.title ?? missing.fact,
      how: howText(missing, say),
      ids: [...ids],
    })),
    commands: [...new Set(rows.flatMap(({ missing }) => missing.collect?.command ?? []))],
  };
}

function howText({ status, reason, collect }: NotSeen, say: Say): string {
  const state =
    status === 'not-read' || status === 'unreadable'
      ? say(`blocked.${status}`, { reason: visibleLine(reason ?? '') })
      : say('blocked.absent');
  return collect ? `${state}; ${say('blocked.run', { command: collect.command })}` : state;
}
