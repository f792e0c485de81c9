import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';

import styles from './panes.module.css';

export interface Pane {
  readonly id: string;
  /** What the pane is called for those who hear the page. */
  readonly label: string;
  /** In percent, or with a unit. */
  readonly size: string;
  readonly least: string;
  readonly content: ReactNode;
}

/** Panes side by side; their sizes can be dragged, or moved by arrows, and are remembered. F6 goes round. */
export function Panes({ id, panes }: { readonly id: string; readonly panes: readonly Pane[] }) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `bundlescope-${id}`,
    storage: localStorage,
  });
  return (
    <Group
      className={styles.group}
      orientation="horizontal"
      {...(defaultLayout ? { defaultLayout } : {})}
      onLayoutChanged={onLayoutChanged}
    >
      {panes.map(({ id: pane, label, size, least, content }, index) => (
        <Fragment key={pane}>
          {index > 0 && <Separator className={styles.separator} aria-label={label} />}
          <Panel id={pane} defaultSize={size} minSize={least} className={styles.panel}>
            <section className={styles.pane} aria-label={label} data-pane={pane} data-testid={`pane-${pane}`}>
              {content}
            </section>
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
