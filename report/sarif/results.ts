import type { Finding } from '../../engine/api/index.ts';
import type { Say } from '../messages.ts';
import { noteText } from '../parts/note-text.ts';
import type { ReportView } from '../view.ts';
import { LEVELS } from './levels.ts';
import { locationOf, type PlaceEvidence } from './locations.ts';
import { message } from './message.ts';

/** A finding: where it is, what stands against it, and a fingerprint by which a later run knows it again. */
export function resultOf(finding: Finding, ruleIndex: number, { notes }: ReportView, say: Say): object {
  const { analyzer, severity, confidence, fingerprint, becauseOf, evidence } = finding;
  const places = evidence.flatMap((one): readonly PlaceEvidence[] => ('entry' in one ? [one] : []));
  const related = places.filter(({ role }) => role !== 'subject');
  const absences = evidence.flatMap((one) =>
    'lookedFor' in one
      ? [say('finding.lookedFor', { what: one.lookedFor, where: one.lookedIn.join(', ') })]
      : [],
  );
  const note = notes.get(fingerprint);
  const words = note && noteText(note, say);
  return {
    ruleId: analyzer,
    ruleIndex,
    level: LEVELS[severity],
    message: message([finding.message, ...absences].join(' · ')),
    locations: places.filter(({ role }) => role === 'subject').map(locationOf),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, index) => ({
            id: index,
            ...locationOf(one),
            message: message(say(`role.${one.role}`)),
          })),
        }),
    partialFingerprints: { 'bundlescope/v1': fingerprint },
    ...(note?.state === 'not-relevant'
      ? {
          suppressions: [
            {
              kind: 'external',
              status: 'accepted',
              ...(words === undefined ? {} : { justification: words }),
            },
          ],
        }
      : {}),
    properties: {
      severity,
      confidence,
      ...(becauseOf.length === 0 ? {} : { becauseOf }),
      ...(words === undefined ? {} : { triage: words }),
    },
  };
}
