import { useState } from 'react';

import { useSay } from '../../app/messages.ts';
import { useAnswer, useDeeds, useDesk } from '../../state/use-desk.ts';
import { SeverityMark } from '../../widgets/severity-mark.tsx';
import { Visible } from '../../widgets/visible.tsx';
import { Picker, type Choice } from './picker.tsx';
import styles from './dialogs.module.css';

const MOST = 50;

/** Files by parts of their name; `:120` goes to a line, `@` looks among findings. */
export function QuickOpen() {
  const say = useSay();
  const deeds = useDeeds();
  const route = useDesk((desk) => desk.route);
  const [text, setText] = useState('');
  const shown = route.page === 'bundle' ? route : undefined;
  const isFinding = text.startsWith('@');
  const [, name = '', line] = /^(?<name>.*?)(?::(?<line>\d*))?$/u.exec(text) ?? [];
  const inBundle = shown ? { bundle: shown.bundle } : undefined;
  const files = useAnswer(
    'entries:find',
    inBundle && !isFinding && name !== ''
      ? { ...inBundle, text: name, unrecognisedOnly: false, from: 0, count: MOST }
      : undefined,
  );
  const findings = useAnswer(
    'findings:page',
    shown && isFinding
      ? {
          bundle: shown.bundle,
          report: shown.report,
          filter: text.slice(1),
          facets: {},
          sort: 'tree',
          from: 0,
          count: MOST,
        }
      : undefined,
  );
  const go = (rest: { view: 'files' | 'findings'; selected: string; line?: number }): void => {
    deeds.open(undefined);
    if (shown) deeds.go({ page: 'bundle', bundle: shown.bundle, report: shown.report, ...rest });
  };
  const number = Number(line ?? 0);
  const toLine = number > 0 ? { line: number } : {};
  // `:120` alone is a line of the file that is shown.
  const here: readonly Choice[] =
    name === '' && number > 0 && shown?.view === 'files' && shown.selected !== undefined
      ? [
          {
            id: 'here',
            shown: say('quickOpen.line', { line: number }),
            run: () => go({ view: 'files', selected: shown.selected ?? '', line: number }),
          },
        ]
      : [];
  const choices: readonly Choice[] = isFinding
    ? (findings.value?.rows ?? []).map(({ fingerprint, severity, title }) => ({
        id: fingerprint,
        shown: (
          <>
            <SeverityMark severity={severity} signOnly />
            <span className={styles.grow}>{title}</span>
          </>
        ),
        run: () => go({ view: 'findings', selected: fingerprint }),
      }))
    : (files.value?.rows ?? []).map(({ address, name: own, worst }) => ({
        id: address,
        shown: (
          <>
            <span className={styles.fileName}>
              <Visible text={own} />
            </span>
            <span className={styles.path}>
              <Visible text={address} />
            </span>
            {worst && <SeverityMark severity={worst} signOnly />}
          </>
        ),
        run: () => go({ view: 'files', selected: address, ...toLine }),
      }));
  return (
    <Picker
      label={say('quickOpen.hint')}
      text={text}
      onText={setText}
      choices={[...here, ...choices]}
      none={say(text === '' ? 'quickOpen.empty' : 'palette.none')}
    />
  );
}
