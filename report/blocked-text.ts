import type { NotSeen, Report } from '../engine/api/index.ts';
import { visibleLine } from './escape.ts';
import type { Say } from './messages.ts';
import type { Pen } from './pen.ts';
import { wrap } from './wrap.ts';

/** What could not be looked at, by the input that is missing, and one request to whoever collects. */
export function blockedText({ analyzers }: Report, { say, paint: p, width }: Pen): string {
  const blocked = analyzers.filter(({ status }) => status === 'blocked');
  if (blocked.length === 0) return '';
  const byFact = new Map<string, { readonly missing: NotSeen; readonly ids: string[] }>();
  const reasons: string[] = [];
  for (const { id, notSeen, reason } of blocked) {
    if (reason !== undefined)
      reasons.push(wrap(say('blocked.reason', { id, reason: visibleLine(reason) }), width, '  '));
    if (reason !== undefined && notSeen.length === 0) continue;
    for (const missing of notSeen) {
      const row = byFact.get(missing.fact) ?? { missing, ids: [] };
      byFact.set(missing.fact, row);
      if (!row.ids.includes(id)) row.ids.push(id);
    }
  }
  const rows = [...byFact.values()].sort(
    (a, b) => b.ids.length - a.ids.length || (a.missing.fact < b.missing.fact ? -1 : 1),
  );
  const lines = rows.map(({ missing, ids }) => {
    const values = {
      count: ids.length,
      what: missing.collect?.title ?? missing.fact,
      how: howText(missing, say),
    };
    return `${wrap(say('blocked.row', values), width, '  ')}\n${p.dim(wrap(ids.join(', '), width, '    '))}`;
  });
  const commands = [...new Set(rows.flatMap(({ missing }) => missing.collect?.command ?? []))];
  const request =
    commands.length > 0
      ? ['', `  ${say('blocked.request')}`, ...commands.map((command) => `    ${command}`)]
      : [];
  return [p.bold(say('blocked.title')), ...lines, ...reasons, ...request].join('\n');
}

function howText({ status, reason, collect }: NotSeen, say: Say): string {
  const state =
    status === 'not-read' || status === 'unreadable'
      ? say(`blocked.${status}`, { reason: visibleLine(reason ?? '') })
      : say('blocked.absent');
  return collect ? `${state}; ${say('blocked.run', { command: collect.command })}` : state;
}
