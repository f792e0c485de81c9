import { visibleLine } from '../escape.ts';
import type { Say } from '../messages.ts';
import type { FindingNote } from '../view.ts';

/** What a person decided and wrote about a finding; undefined where there is nothing to say. */
export function noteText({ state, reason = '', note = '' }: FindingNote, say: Say): string | undefined {
  const words = [reason, note].filter((text) => text.trim() !== '').map((text) => visibleLine(oneLine(text)));
  if (state === 'open' && words.length === 0) return undefined;
  return [say(`triage.${state}`), ...words].join(' · ');
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ');
}
