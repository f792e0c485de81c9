import type { AnalyzerOutcome, Report } from '../../engine/api/index.ts';
import type { MessageId, Say } from '../messages.ts';
import { el, type Html } from './element.ts';

/** Folded lists of all checks by what became of them: what was in order counts as much as what was not. */
export function checksHtml(report: Report, say: Say): Html {
  const { analyzers, entries } = report;
  const groups: readonly (readonly [MessageId, readonly AnalyzerOutcome[]])[] = [
    ['counts.clean', analyzers.filter(({ status, notSeen }) => status === 'clean' && notSeen.length === 0)],
    [
      'counts.asFarAsSeen',
      analyzers.filter(({ status, notSeen }) => status === 'clean' && notSeen.length > 0),
    ],
    ['counts.notApplicable', analyzers.filter(({ status }) => status === 'not-applicable')],
  ];
  return el(
    'section',
    { class: 'checks' },
    el('h2', {}, say('html.checks')),
    groups
      .filter(([, found]) => found.length > 0)
      .map(([id, found]) =>
        el(
          'details',
          {},
          el('summary', {}, say(id, { count: found.length })),
          el('p', { class: 'ids' }, found.map((one) => one.id).join(', ')),
        ),
      ),
    el('p', { class: 'muted' }, say('counts.entries', entries)),
  );
}
