import type { RedactionDone } from '../engine/api/index.ts';
import { visibleLine } from './escape.ts';
import type { Say } from './messages.ts';
import { notCovered, redactionCounts } from './redaction-text.ts';

/** What a redacted bundle says of itself. */
export interface RedactionNotes {
  readonly done: RedactionDone;
  readonly ended: 'complete' | 'damaged' | 'limit' | 'cancelled';
  readonly changed: readonly {
    readonly path: string;
    readonly how: 'binary' | 'kept-binary' | 'unread' | 'cut' | 'device' | 'gzip' | 'tar';
  }[];
}

const HOW = ['binary', 'unread', 'cut', 'device', 'kept-binary', 'gzip', 'tar'] as const;

/** The text that goes into a redacted bundle: what was done to it, and what no redaction covers. */
export function redactionNotes({ done, ended, changed }: RedactionNotes, say: Say): string {
  const lists = HOW.flatMap((how) => {
    const paths = changed.filter((one) => one.how === how).map(({ path }) => `- ${visibleLine(path)}`);
    return paths.length === 0 ? [] : ['', say(`redact.changed.${how}`), ...paths];
  });
  return [
    say('redact.notes.title'),
    '',
    ...redactionCounts(done, say).map((row) => `- ${row}`),
    ...lists,
    ...(ended === 'complete' ? [] : ['', say('redact.notes.partial', { reason: say(`ended.${ended}`) })]),
    '',
    say('redact.notes.journals'),
    '',
    say('redaction.notCovered'),
    ...notCovered(say).map((row) => `- ${row}`),
    '',
  ].join('\n');
}
