import { useCallback } from 'react';

import type { CheckRow } from '../../../workspace/contract/findings.ts';
import { useSay, type MessageId } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDeeds } from '../../state/use-desk.ts';
import { FilterBar } from '../../widgets/filter-bar.tsx';
import { Panes } from '../../widgets/panes.tsx';
import { VirtualList } from '../../widgets/virtual-list.tsx';
import { Visible } from '../../widgets/visible.tsx';
import { CheckExplained } from '../help/check-explained.tsx';
import styles from './checks-view.module.css';

const MOST = 500;

/** Every check and what became of it: in order, in order as far as seen, could not look, not applicable, failed. */
export function ChecksView({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  return (
    <Panes
      id="checks"
      panes={[
        {
          id: 'list',
          label: say('view.checks'),
          size: '50%',
          least: '320px',
          content: <ListPane route={route} />,
        },
        {
          id: 'detail',
          label: say('findings.check'),
          size: '50%',
          least: '300px',
          content: <DetailPane route={route} />,
        },
      ]}
    />
  );
}

function ListPane({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  const deeds = useDeeds();
  const { bundle, report, filter = '', selected } = route;
  const { value } = useAnswer('checks:page', { bundle, report, filter, statuses: [], from: 0, count: MOST });
  const rows = value?.rows ?? [];
  const at = rows.findIndex(({ id }) => id === selected);
  const setFilter = useCallback((text: string) => deeds.adjust({ filter: text }, 'replace'), [deeds]);
  const all = value ? Object.values(value.counts).reduce((sum, one) => sum + one, 0) : 0;
  return (
    <>
      <FilterBar
        value={filter}
        onChange={setFilter}
        label={say('checks.filter')}
        hint={say('checks.filterHint')}
        mistake={value?.mistake?.message}
        count={value ? say('findings.count', { shown: value.total, all }) : ''}
      />
      <div className={styles.list}>
        {value && rows.length === 0 && <p className={styles.empty}>{say('checks.noneMatch')}</p>}
        {rows.length > 0 && (
          <VirtualList
            testId="checks"
            label={say('view.checks')}
            count={rows.length}
            rowHeight={46}
            keyOf={(index) => rows[index]?.id ?? String(index)}
            selected={at}
            onSelect={(index) => deeds.adjust({ selected: rows[index]?.id ?? '' }, 'replace')}
            row={(index) => {
              const row = rows[index];
              return row ? <CheckLine row={row} /> : null;
            }}
          />
        )}
      </div>
    </>
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  found: '▲',
  clean: '✓',
  asFarAsSeen: '✓',
  blocked: '◌',
  'not-applicable': '–',
  failed: '✕',
};

function CheckLine({ row }: { readonly row: CheckRow }) {
  const say = useSay();
  const status = row.asFarAsSeen ? 'asFarAsSeen' : row.status;
  const why =
    row.reason ?? (row.notSeen.length > 0 ? say('checks.missing', { inputs: row.notSeen.join(', ') }) : '');
  return (
    <div className={styles.line}>
      <span aria-hidden="true" className={`${styles.sign} ${styles[status]}`}>
        {SIGNS[status]}
      </span>
      <span className={styles.text}>
        <span className={styles.head}>
          <span className={styles.title}>{row.title}</span>
          <span className={styles[status]}>{say(`status.${status}` as MessageId)}</span>
        </span>
        <span className={styles.muted}>
          <Visible text={why === '' ? row.id : `${row.id} · ${why}`} />
        </span>
      </span>
    </div>
  );
}

function DetailPane({ route: { selected } }: { readonly route: BundleRoute }) {
  const say = useSay();
  if (selected === undefined) return <p className={styles.empty}>{say('checks.pick')}</p>;
  return <CheckExplained id={selected} />;
}
