import type { Mistake } from '../contract/parts.ts';
import type { MessageId, Say } from '../../report/messages.ts';
import type { FilterRead } from './parse-filter.ts';

export type { Say };

/** What is wrong with a filter, in the words of the screen. */
export function mistakeShown(
  { message, at, value }: FilterRead & { readonly ok: false },
  fields: readonly string[],
  say: Say,
): Mistake {
  const id: MessageId = `filter.${message}`;
  return { at, message: say(id, { value, fields: fields.join(', ') }) };
}
