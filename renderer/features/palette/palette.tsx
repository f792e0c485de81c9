import { useState } from 'react';

import { COMMANDS, isAtHand } from '../../app/commands.ts';
import { useSay } from '../../app/messages.ts';
import { useAnswer, useDeeds, useDeskStore } from '../../state/use-desk.ts';
import { SeverityMark } from '../../widgets/severity-mark.tsx';
import { Picker, type Choice } from './picker.tsx';
import styles from './dialogs.module.css';

/** Findings that the palette offers beside commands. */
const MOST_FINDINGS = 20;

/** Every command, and findings by their words. */
export function Palette() {
  const say = useSay();
  const store = useDeskStore();
  const deeds = useDeeds();
  const [text, setText] = useState('');
  const desk = store.getState();
  const { route } = desk;
  const wanted = text.toLowerCase();
  const commands = COMMANDS.filter(
    (one) => isAtHand(one, desk) && say(one.title).toLowerCase().includes(wanted),
  ).map((command): Choice => ({
    id: command.id,
    shown: (
      <>
        <span className={styles.grow}>{say(command.title)}</span>
        {command.keys?.[0] !== undefined && <kbd>{command.keys[0]}</kbd>}
      </>
    ),
    run: () => {
      deeds.open(undefined);
      command.run(store.getState(), deeds);
    },
  }));
  const asked =
    route.page === 'bundle' && wanted !== ''
      ? ({
          bundle: route.bundle,
          report: route.report,
          filter: `"${wanted.replaceAll('"', '')}"`,
          facets: {},
          sort: 'tree',
          from: 0,
          count: MOST_FINDINGS,
        } as const)
      : undefined;
  const { value } = useAnswer('findings:page', asked);
  const findings = (value?.rows ?? []).map(({ fingerprint, severity, title, message }): Choice => ({
    id: fingerprint,
    shown: (
      <>
        <SeverityMark severity={severity} signOnly />
        <span className={styles.grow}>{`${title}: ${message}`}</span>
      </>
    ),
    run: () => {
      deeds.open(undefined);
      if (route.page === 'bundle')
        deeds.go({
          page: 'bundle',
          bundle: route.bundle,
          report: route.report,
          view: 'findings',
          selected: fingerprint,
        });
    },
  }));
  return (
    <Picker
      label={say('palette.hint')}
      text={text}
      onText={setText}
      choices={[...commands, ...findings]}
      none={say('palette.none')}
    />
  );
}
