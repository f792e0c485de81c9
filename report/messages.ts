import { createIntl } from '@formatjs/intl';
import en from './locales/en.json' with { type: 'json' };

/** Every sentence, heading and label that is not an analyzer's own. */
export type MessageId = keyof typeof en;

export type Translate = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

/** Locales that have a catalog; others are shown in English. */
const CATALOGS = new Map<string, Readonly<Record<MessageId, string>>>([['en', en]]);

/** Gives the messages of one language. A broken message throws: it is our own fault. */
export function formatter(locale: string): Translate {
  const known = CATALOGS.has(locale) ? locale : 'en';
  const intl = createIntl({ locale: known, messages: CATALOGS.get(known) ?? en, onError: rethrow });
  return (id, values = {}) => intl.formatMessage({ id }, { ...values }, { ignoreTag: true });
}

/** True where `id` names a message: for ids that are put together, as `problem.` and a code. */
export function isMessage(id: string): id is MessageId {
  return Object.hasOwn(en, id);
}

function rethrow(error: Error): never {
  throw error;
}
