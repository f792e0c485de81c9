import type { Report } from '../../engine/api/index.ts';
import type { Say } from '../messages.ts';
import { notCovered, redactionCounts } from '../redaction-text.ts';
import { el, type Html } from './element.ts';

/** What was taken out, and what no redaction takes out; nothing of a report that is as it was. */
export function redactionHtml({ redaction }: Report, say: Say): Html | undefined {
  if (!redaction) return undefined;
  const list = (texts: readonly string[]): Html =>
    el(
      'ul',
      { class: 'listed' },
      texts.map((text) => el('li', {}, text)),
    );
  return el(
    'section',
    { class: 'redaction' },
    el('h2', {}, say('redaction.title')),
    list(redactionCounts(redaction, say)),
    el('p', {}, say('redaction.notCovered')),
    list(notCovered(say)),
  );
}
