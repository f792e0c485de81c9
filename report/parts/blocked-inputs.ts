import type { NotSeen, Report } from '../../engine/api/index.ts';
import { visibleLine } from '../escape.ts';
import type { Say } from '../messages.ts';
import { missingByInput, titleOf } from './missing-by-input.ts';

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
  const reasons = analyzers.flatMap(({ id, status, reason }) =>
    status === 'blocked' && reason !== undefined ? [{ id, reason: visibleLine(reason) }] : [],
  );
  const rows = missingByInput(analyzers);
  return {
    reasons,
    inputs: rows.map(({ missing, ids }) => ({ what: titleOf(missing), how: howText(missing, say), ids })),
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
