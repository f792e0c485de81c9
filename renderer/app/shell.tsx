import { useEffect } from 'react';

import { ChecksView } from '../features/checks/checks-view.tsx';
import { FactsView } from '../features/facts/facts-view.tsx';
import { FilesView } from '../features/files/files-view.tsx';
import { FindingsView } from '../features/findings/findings-view.tsx';
import { HelpView } from '../features/help/help-view.tsx';
import { Dialogs } from '../features/palette/dialogs.tsx';
import { DropOverlay } from '../features/start/drop-overlay.tsx';
import { StartView } from '../features/start/start-view.tsx';
import { Tips } from '../features/tips/tips.tsx';
import { OpeningBar } from '../features/summary/opening-bar.tsx';
import { SummaryView } from '../features/summary/summary-view.tsx';
import type { BundleRoute, View } from '../state/route.ts';
import { useDesk, useShown } from '../state/use-desk.ts';
import { useCommandKeys } from './keys.ts';
import { useSay } from './messages.ts';
import styles from './shell.module.css';
import { StatusBar } from './status-bar.tsx';
import { Toasts } from './toasts.tsx';
import { TopBar } from './top-bar.tsx';

const BODIES: Readonly<Record<View, (props: { readonly route: BundleRoute }) => React.ReactNode>> = {
  summary: SummaryView,
  findings: FindingsView,
  checks: ChecksView,
  files: FilesView,
  facts: FactsView,
};

/** What stands around every view: head, foot, messages, dialogs, the place to drop. */
export function Shell() {
  const say = useSay();
  const route = useDesk((desk) => desk.route);
  const shown = useShown();
  const connected = useDesk((desk) => desk.connected);
  useCommandKeys();
  const title = shown ? `${shown.bundle.name} · ${say('app.name')}` : say('app.name');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const Body = shown && BODIES[shown.route.view];
  return (
    <div className={styles.shell}>
      <TopBar />
      {!connected && (
        <div role="alert" className={styles.disconnected}>
          {say('app.disconnected')}
        </div>
      )}
      {shown && <OpeningBar bundle={shown.bundle} />}
      <main className={styles.body} data-testid={shown ? `view-${shown.route.view}` : `page-${route.page}`}>
        {route.page === 'help' ? (
          <HelpView topic={route.topic} />
        ) : Body ? (
          <Body route={shown.route} />
        ) : (
          <StartView />
        )}
      </main>
      <Tips />
      <StatusBar />
      <Toasts />
      <Dialogs />
      <DropOverlay />
    </div>
  );
}
