import type { Report } from '../../engine/api/index.ts';
import { visibleLine } from '../escape.ts';

/** What went wrong with the input, or in a check of ours, fit for a screen. */
export interface ProblemRow {
  readonly code: string;
  /** `entry:line`; empty where it concerns the whole. */
  readonly place: string;
  readonly detail: string;
}

/** Problems of the input. */
export function problemRows({ problems }: Report): readonly ProblemRow[] {
  return problems
    .filter(({ code }) => code !== 'analyzer-threw')
    .map(({ code, detail, at }) => ({
      code,
      place:
        at && at.entry !== '' ? `${visibleLine(at.entry)}${at.line === undefined ? '' : `:${at.line}`}` : '',
      detail: visibleLine(detail),
    }));
}

/** Checks that broke, which is our fault. */
export function failedChecks({
  analyzers,
}: Report): readonly { readonly id: string; readonly reason: string }[] {
  return analyzers
    .filter(({ status }) => status === 'failed')
    .map(({ id, reason }) => ({ id, reason: visibleLine(reason ?? '') }));
}
