import { useState } from 'react';

import type { FactShown, FactTable } from '../../../workspace/contract/facts.ts';
import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDeeds } from '../../state/use-desk.ts';
import { Panes } from '../../widgets/panes.tsx';
import { VirtualList } from '../../widgets/virtual-list.tsx';
import { Visible } from '../../widgets/visible.tsx';
import styles from './facts-view.module.css';

const MOST = 500;

/** What was understood of the bundle, every value a way to the line it comes from. */
export function FactsView({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  return (
    <Panes
      id="facts"
      panes={[
        {
          id: 'list',
          label: say('view.facts'),
          size: '30%',
          least: '240px',
          content: <ListPane route={route} />,
        },
        {
          id: 'table',
          label: say('facts.values'),
          size: '70%',
          least: '360px',
          content: <TablePane route={route} />,
        },
      ]}
    />
  );
}

function ListPane({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  const deeds = useDeeds();
  const [text, setText] = useState('');
  const { bundle, report, selected } = route;
  const { value, refusal } = useAnswer('facts:list', { bundle, report });
  const wanted = text.toLowerCase();
  const rows = (value?.rows ?? [])
    .filter(({ name, title }) => name.includes(wanted) || title.toLowerCase().includes(wanted))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1));
  const at = rows.findIndex(({ name }) => name === selected);
  return (
    <>
      <div className={styles.search}>
        <input
          data-filter=""
          value={text}
          placeholder={say('facts.search')}
          aria-label={say('facts.search')}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className={styles.list}>
        {refusal && <p className={styles.empty}>{refusal.detail}</p>}
        {rows.length > 0 && (
          <VirtualList
            testId="facts"
            label={say('view.facts')}
            count={rows.length}
            rowHeight={42}
            keyOf={(index) => rows[index]?.name ?? String(index)}
            selected={at}
            onSelect={(index) => deeds.adjust({ selected: rows[index]?.name ?? '' }, 'replace')}
            row={(index) => {
              const row = rows[index];
              return row ? <FactLine row={row} /> : null;
            }}
          />
        )}
      </div>
    </>
  );
}

/** What has values first, then what is known without any, then what is missing. */
function rankOf({ status, values }: FactShown): number {
  if (status !== 'known') return 2;
  return values > 0 ? 0 : 1;
}

function FactLine({ row: { name, title, status, values, problems } }: { readonly row: FactShown }) {
  const say = useSay();
  return (
    <div className={status === 'known' ? styles.line : styles.missing}>
      <span className={styles.title}>{title}</span>
      <span className={styles.about}>
        <span>{name}</span>
        <span>
          {status === 'known' ? say('facts.count', { count: values }) : say(`facts.status.${status}`)}
          {problems > 0 && ` · ${say('facts.problems', { count: problems })}`}
        </span>
      </span>
    </div>
  );
}

function TablePane({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  const { bundle, report, selected: name } = route;
  const asked = name === undefined ? undefined : { bundle, report, name, from: 0, count: MOST };
  const { value, refusal } = useAnswer('facts:view', asked);
  if (!value) return <p className={styles.empty}>{refusal?.detail ?? say('facts.pick')}</p>;
  const { title, describes, kind, total, rows, problems } = value;
  return (
    <div className={styles.table} data-pane-main="" tabIndex={-1} data-testid="fact">
      <h1 className={styles.name}>{title}</h1>
      <p className={styles.muted}>{describes === title ? value.name : `${describes} · ${value.name}`}</p>
      {problems.map(({ code, detail }, index) => (
        <p key={index} className={styles.problem}>
          <span className={styles.muted}>{code}</span> <Visible text={detail} />
        </p>
      ))}
      {kind === 'none' && <p className={styles.muted}>{say('facts.none')}</p>}
      {rows.length > 0 && <Values fact={value} route={route} />}
      {total > rows.length && (
        <p className={styles.muted}>{say('facts.more', { shown: rows.length, total })}</p>
      )}
    </div>
  );
}

function Values({
  fact: { kind, columns, rows },
  route,
}: {
  readonly fact: FactTable;
  readonly route: BundleRoute;
}) {
  return (
    <table className={styles.grid}>
      {kind === 'table' && (
        <thead>
          <tr>
            {columns.map(({ id, label, describes }) => (
              <th key={id} title={describes}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((cells, index) => (
          <tr key={index}>
            {cells.map((cell, at) =>
              kind === 'fields' && at === 0 ? (
                <th key={at} scope="row">
                  {cell.text}
                </th>
              ) : (
                <td key={at}>
                  <CellValue cell={cell} route={route} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellValue({
  cell: { text, at },
  route,
}: {
  readonly cell: FactTable['rows'][number][number];
  readonly route: BundleRoute;
}) {
  const deeds = useDeeds();
  if (!at || text === '') return <Visible text={text} />;
  const { bundle, report } = route;
  const line = at.line === undefined ? {} : { line: at.line };
  return (
    <button
      type="button"
      className={styles.value}
      title={at.line === undefined ? at.entry : `${at.entry}:${at.line}`}
      onClick={() =>
        deeds.go({ page: 'bundle', bundle, report, view: 'files', selected: at.address, ...line })
      }
    >
      <Visible text={text} />
    </button>
  );
}
