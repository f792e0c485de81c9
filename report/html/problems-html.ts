import type { Report } from '../../engine/api/index.ts';
import type { Say } from '../messages.ts';
import { failedChecks, problemRows } from '../parts/problem-rows.ts';
import { el, type Html } from './element.ts';

/** Checks that broke, and what went wrong with the input. */
export function problemsHtml(report: Report, say: Say): readonly (Html | undefined)[] {
  const failed = failedChecks(report);
  const problems = problemRows(report);
  return [
    failed.length === 0
      ? undefined
      : el(
          'section',
          { class: 'problems' },
          el('h2', {}, say('failed.title')),
          el(
            'ul',
            {},
            failed.map(({ id, reason }) => el('li', {}, el('code', {}, id), ' ', reason)),
          ),
        ),
    problems.length === 0
      ? undefined
      : el(
          'section',
          { class: 'problems' },
          el('h2', {}, say('problems.title')),
          el(
            'table',
            {},
            el(
              'thead',
              {},
              el(
                'tr',
                {},
                ['problems.code', 'problems.place', 'problems.detail'].map((id) =>
                  el('th', { scope: 'col' }, say(id as 'problems.code')),
                ),
              ),
            ),
            el(
              'tbody',
              {},
              problems.map(({ code, place, detail }) =>
                el(
                  'tr',
                  {},
                  el('td', {}, el('code', {}, code)),
                  el('td', {}, el('code', {}, place)),
                  el('td', {}, detail),
                ),
              ),
            ),
          ),
        ),
  ];
}
