import type { Report } from '../../engine/api/index.ts';
import type { Say } from '../messages.ts';
import { blockedInputs } from '../parts/blocked-inputs.ts';
import { el, type Html } from './element.ts';

/** What could not be looked at, and what to run for it. */
export function blockedHtml(report: Report, say: Say): Html | undefined {
  const { inputs, reasons, commands } = blockedInputs(report, say);
  if (inputs.length === 0 && reasons.length === 0) return undefined;
  return el(
    'section',
    { class: 'blocked' },
    el('h2', {}, say('blocked.title')),
    el(
      'ul',
      {},
      inputs.map(({ what, how, ids }) =>
        el(
          'li',
          {},
          say('blocked.row', { count: ids.length, what, how }),
          el('div', { class: 'ids' }, ids.join(', ')),
        ),
      ),
      reasons.map((one) => el('li', {}, say('blocked.reason', one))),
    ),
    commands.length === 0
      ? undefined
      : el(
          'div',
          { class: 'request' },
          el('p', {}, say('blocked.request')),
          el('pre', { class: 'commands' }, commands.join('\n')),
        ),
  );
}
