import { speaker, type MessageId } from '../../report/messages.ts';
import type { Refusal } from '../contract/questions.ts';

/** A question that has no answer, in words for a person. Anything else that is thrown is a fault of ours. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(
    code: Refusal['code'],
    message: MessageId,
    values: Readonly<Record<string, string | number>> = {},
  ) {
    const detail = speaker()(message, values);
    super(detail);
    this.refusal = { code, detail };
  }
}

/** What a thrown thing becomes on the road. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  return { code: 'fault', detail: error instanceof Error ? error.message : String(error) };
}
