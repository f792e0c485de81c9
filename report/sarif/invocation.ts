import type { Report } from '../../engine/api/index.ts';
import type { Say } from '../messages.ts';
import { partialText } from '../parts/header-rows.ts';
import type { ReportView } from '../view.ts';
import { locationOf } from './locations.ts';
import { message } from './message.ts';

/** Whether all went well, and notes on what could not be read, could not look, or broke. */
export function invocation(report: Report, { sections }: ReportView, say: Say): object {
  const { analyzers, problems, ended } = report;
  const partial = partialText(report, say);
  const failed = analyzers.filter(({ status }) => status === 'failed');
  const blocked = sections.has('blocked') ? analyzers.filter(({ status }) => status === 'blocked') : [];
  const shown = sections.has('problems') ? problems.filter(({ code }) => code !== 'analyzer-threw') : [];
  return {
    executionSuccessful: ended === 'complete' && failed.length === 0,
    toolExecutionNotifications: [
      ...(partial === undefined ? [] : [{ level: 'warning', message: message(partial) }]),
      ...failed.map(({ id, reason }) => ({
        level: 'error',
        descriptor: { id },
        message: message(say('blocked.reason', { id, reason: reason ?? say('failed.title') })),
      })),
      ...blocked.map(({ id, reason, notSeen }) => ({
        level: 'note',
        descriptor: { id },
        message: message(
          say('sarif.blocked', {
            inputs: reason ?? notSeen.map((one) => one.collect?.title ?? one.fact).join(', '),
          }),
        ),
      })),
      ...shown.map(({ code, detail, at }) => ({
        level: 'warning',
        descriptor: { id: code },
        message: message(detail),
        ...(at && at.entry !== ''
          ? {
              locations: [
                locationOf({
                  role: 'subject',
                  entry: at.entry,
                  ...(at.line === undefined ? {} : { line: at.line }),
                }),
              ],
            }
          : {}),
      })),
    ],
  };
}
