import type { AnyAnalyzer, NotSeen, Report } from '../../engine/api/index.ts';
import type { Say } from '../../report/messages.ts';
import { missingByInput, titleOf } from '../../report/parts/missing-by-input.ts';
import type { MissingInput, MissingInputs } from '../contract/bundles.ts';

/** What could not be looked at, by the input that is missing, and one request to whoever collects. */
export function missingInputs(
  { analyzers: outcomes }: Report,
  analyzers: ReadonlyMap<string, AnyAnalyzer>,
  say: Say,
): MissingInputs {
  const inputs = missingByInput(outcomes).map(({ missing, ids }): MissingInput => {
    const { fact, collect, lookedIn } = missing;
    return {
      fact,
      title: titleOf(missing),
      how: howText(missing, say),
      ...(collect ? { command: collect.command } : {}),
      lookedIn: [...lookedIn],
      checks: ids.toSorted().map((id) => ({ id, title: analyzers.get(id)?.title ?? id })),
    };
  });
  const commands = [...new Set(inputs.flatMap(({ command }) => command ?? []))];
  const request = commands.length === 0 ? '' : [say('blocked.request'), '', ...commands, ''].join('\n');
  return { inputs, request };
}

function howText({ status, reason = '' }: NotSeen, say: Say): string {
  return status === 'not-read' || status === 'unreadable'
    ? say(`blocked.${status}`, { reason })
    : say('blocked.absent');
}
