import type { AnyAnalyzer, NotSeen, Report } from '../../engine/api/index.ts';
import type { Say } from '../../report/messages.ts';
import type { MissingInput, MissingInputs } from '../contract/bundles.ts';

/** What could not be looked at, by the input that is missing, and one request to whoever collects. */
export function missingInputs(
  { analyzers: outcomes }: Report,
  analyzers: ReadonlyMap<string, AnyAnalyzer>,
  say: Say,
): MissingInputs {
  const byFact = new Map<string, { readonly missing: NotSeen; readonly ids: Set<string> }>();
  for (const { id, status, notSeen } of outcomes) {
    if (status !== 'blocked') continue;
    for (const missing of notSeen) {
      const row = byFact.get(missing.fact) ?? { missing, ids: new Set<string>() };
      byFact.set(missing.fact, row);
      row.ids.add(id);
    }
  }
  const inputs = [...byFact.values()]
    .sort((a, b) => b.ids.size - a.ids.size || (a.missing.fact < b.missing.fact ? -1 : 1))
    .map(({ missing, ids }): MissingInput => {
      const { fact, collect, lookedIn } = missing;
      return {
        fact,
        title: collect?.title ?? fact,
        how: howText(missing, say),
        ...(collect ? { command: collect.command } : {}),
        lookedIn: [...lookedIn],
        checks: [...ids].sort().map((id) => ({ id, title: analyzers.get(id)?.title ?? id })),
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
