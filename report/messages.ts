import { createIntl } from '@formatjs/intl';

import en from './locales/en.json' with { type: 'json' };

/** Every sentence, heading and label that is not an analyzer's own. */
export type MessageId = keyof typeof en;

/** Gives one message with its values filled in. */
export type Say = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

/** The messages of one language; a language without a catalogue is spoken in English. */
export function speaker(locale = 'en'): Say {
  const messages = CATALOGUES.get(locale);
  const intl = createIntl({
    locale: messages ? locale : 'en',
    messages: messages ?? en,
    // A message that is broken or missing is our own fault and must not pass for a word.
    onError: (error) => {
      throw error;
    },
  });
  return (id, values = {}) => intl.formatMessage({ id }, { ...values }, { ignoreTag: true });
}

const CATALOGUES: ReadonlyMap<string, Readonly<Record<MessageId, string>>> = new Map([['en', en]]);
