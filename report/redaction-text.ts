import { REDACTION_CLASSES, type RedactionDone } from '../engine/api/index.ts';
import type { Say } from './messages.ts';

/** What no redaction takes out: said wherever something redacted is handed on. */
export function notCovered(say: Say): readonly string[] {
  return [
    say('redaction.notCovered.names'),
    say('redaction.notCovered.paths'),
    say('redaction.notCovered.encoded'),
    say('redaction.notCovered.traces'),
  ];
}

/** What was taken out, class by class, and what was left because nobody asked. */
export function redactionCounts({ classes, counts }: RedactionDone, say: Say): readonly string[] {
  const rows = counts.map(({ class: of, values, places }) =>
    say('redaction.count', { label: say(`redaction.class.${of}`), values, places }),
  );
  const left = REDACTION_CLASSES.filter((one) => !classes.includes(one));
  return [
    ...(rows.length > 0 ? rows : [say('redaction.nothing')]),
    ...(left.length > 0 ? [say('redaction.left', { classes: left.join(', ') })] : []),
  ];
}
