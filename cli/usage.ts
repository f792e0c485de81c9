import { InvalidArgumentError } from 'commander';

import { REDACTION_CLASSES, SEVERITIES, type RedactionClass, type Severity } from '../engine/api/index.ts';
import type { MessageId, Say } from '../report/messages.ts';

/** How `analyze` and `entries` print. */
export const FORMATS = ['text', 'json'] as const;

/** A wrong call: the sentence goes to standard error and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function idList(text: string): readonly string[] {
  return text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

/** A parser of an option that takes one of a few words. */
export function oneOf<Choice extends string>(choices: readonly Choice[], option: string, say: Say) {
  return (value: string): Choice => {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(say('error.unknownValue', { option, value, choices: choices.join(', ') }));
  };
}

export const severityOption = (option: string, say: Say): ((value: string) => Severity) =>
  oneOf(SEVERITIES, option, say);

/** Classes of redaction, parted by commas. */
export function redactionClasses(say: Say) {
  return (text: string): readonly RedactionClass[] => {
    const ids = knownIds(idList(text), REDACTION_CLASSES, 'error.unknownClass', say);
    return REDACTION_CLASSES.filter((one) => ids.includes(one));
  };
}

/** Refuses ids that do not exist, with the nearest that does. */
export function knownIds(
  ids: readonly string[],
  known: readonly string[],
  message: MessageId,
  say: Say,
): readonly string[] {
  for (const id of ids) {
    if (!known.includes(id))
      throw new UsageError(say(message, { id, suggestion: nearest(id, known) ?? 'none' }));
  }
  return ids;
}

/** The known word that a mistyped one is nearest to, where it is near at all. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((one) => ({
      one,
      distance: Math.min(editDistance(word, one), editDistance(word, one.split('/').at(-1) ?? one)),
    }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(2, word.length / 3) ? best.one : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
