import { useIntl } from 'react-intl';

import en from '../locales/en.json' with { type: 'json' };
import { pseudoCatalogue } from './pseudo-locale.ts';

/** Every word of the screen that is not a check's own. */
export type MessageId = keyof typeof en;
export type Values = Readonly<Record<string, string | number>>;
export type Say = (id: MessageId, values?: Values) => string;

export const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en,
  'en-XA': pseudoCatalogue(),
};

/** Gives one message of the language that is shown. */
export function useSay(): Say {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values ? { ...values } : undefined);
}
