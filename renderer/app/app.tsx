import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';

import { DeskContext, useDesk } from '../state/use-desk.ts';
import type { DeskStore } from '../state/desk-store.ts';
import { CATALOGUES } from './messages.ts';
import { Shell } from './shell.tsx';

/** The desk with all that surrounds it: state, language, theme. */
export function App({ store }: { readonly store: DeskStore }) {
  return (
    <DeskContext value={store}>
      <Themed />
    </DeskContext>
  );
}

function Themed() {
  const { theme, textSize, logSize, locale: wanted } = useDesk(({ settings }) => settings);
  const locale = wanted === 'system' ? languageOf(navigator.language) : wanted;
  useEffect(() => {
    const { documentElement: root } = document;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    root.style.setProperty('--text-scale', String(textSize / 100));
    root.style.setProperty('--log-scale', String(logSize / 100));
    root.lang = locale;
  }, [theme, textSize, logSize, locale]);
  return (
    <I18nProvider locale={locale}>
      <IntlProvider locale={locale} messages={{ ...CATALOGUES[locale] }} onError={fail}>
        <Shell />
      </IntlProvider>
    </I18nProvider>
  );
}

/** A language without a catalogue is spoken in English. */
function languageOf(tag: string): string {
  const [language = 'en'] = tag.split('-');
  return Object.hasOwn(CATALOGUES, language) ? language : 'en';
}

/** A message that is broken or missing is our own fault and must not pass for a word. */
function fail(error: Error): void {
  throw error;
}
