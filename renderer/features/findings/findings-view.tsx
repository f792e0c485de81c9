import { useCallback, useEffect, useState, type KeyboardEvent } from 'react';

import type { FindingRow, TriageState } from '../../../workspace/contract/findings.ts';
import type { Ask } from '../../../workspace/contract/questions.ts';
import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDeeds, useDesk } from '../../state/use-desk.ts';
import { FilterBar } from '../../widgets/filter-bar.tsx';
import { Panes } from '../../widgets/panes.tsx';
import { VirtualList } from '../../widgets/virtual-list.tsx';
import { Facets } from './facets.tsx';
import { FindingDetailPane } from './finding-detail.tsx';
import { FindingLine } from './finding-line.tsx';
import styles from './findings-view.module.css';
import { useTriage } from './use-triage.ts';

type Sort = Ask<'findings:page'>['sort'];
const SORTS: readonly Sort[] = ['tree', 'severity', 'area', 'title', 'file'];
/** Keys that decide about what is selected. */
const TRIAGE_KEYS: Readonly<Record<string, TriageState>> = {
  c: 'confirmed',
  n: 'not-relevant',
  d: 'done',
  o: 'open',
};
/** Findings of one report that a list shows; more are narrowed down first. */
const MOST = 500;

/** Findings under their roots, what narrows them down, and the proof of the one that is chosen. */
export function FindingsView({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  return (
    <Panes
      id="findings"
      panes={[
        {
          id: 'facets',
          label: say('findings.facets'),
          size: '15%',
          least: '150px',
          content: <FacetsPane route={route} />,
        },
        {
          id: 'list',
          label: say('findings.list'),
          size: '37%',
          least: '280px',
          content: <ListPane route={route} />,
        },
        {
          id: 'detail',
          label: say('findings.evidence'),
          size: '48%',
          least: '320px',
          content: <FindingDetailPane route={route} />,
        },
      ]}
    />
  );
}

function useFindings(route: BundleRoute, sort: Sort) {
  const { bundle, report, filter = '', facets = {} } = route;
  const own = Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, [...values]]));
  return useAnswer('findings:page', { bundle, report, filter, facets: own, sort, from: 0, count: MOST });
}

function FacetsPane({ route }: { readonly route: BundleRoute }) {
  const { value } = useFindings(route, 'tree');
  return value ? <Facets facets={value.facets} route={route} /> : null;
}

function ListPane({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  const deeds = useDeeds();
  const [sort, setSort] = useState<Sort>('tree');
  const marked = useDesk((desk) => desk.marked);
  const setMarked = deeds.mark;
  const { value, refusal } = useFindings(route, sort);
  const triage = useTriage(route);
  const rows = value?.rows ?? [];
  const at = rows.findIndex(({ fingerprint }) => fingerprint === route.selected);
  const setFilter = useCallback((filter: string) => deeds.adjust({ filter }, 'replace'), [deeds]);
  useFirstRow(rows, at, route);

  const select = (
    index: number,
    { extend, toggle }: { readonly extend: boolean; readonly toggle: boolean },
  ): void => {
    const row = rows[index];
    if (!row) return;
    setMarked(nextMarks(marked, rows, { from: at, to: index, extend, toggle }));
    deeds.adjust({ selected: row.fingerprint }, 'replace');
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[at];
    const state = TRIAGE_KEYS[event.key];
    if (state && row) {
      event.preventDefault();
      triage(marked.size > 1 ? [...marked] : [row.fingerprint], { state });
    } else if (event.key === 'Escape' && marked.size > 0) {
      event.stopPropagation();
      setMarked(new Set());
    }
  };
  const isNarrowed = (route.filter ?? '') !== '' || Object.keys(route.facets ?? {}).length > 0;
  return (
    <>
      <FilterBar
        value={route.filter ?? ''}
        onChange={setFilter}
        label={say('findings.filter')}
        hint={say('findings.filterHint')}
        mistake={value?.mistake?.message}
        count={value ? say('findings.count', { shown: value.total, all: value.all }) : ''}
      />
      <div className={styles.tools}>
        <label className={styles.sort}>
          {say('findings.sort')}
          <select
            value={sort}
            onChange={(event) => setSort(SORTS.find((one) => one === event.target.value) ?? 'tree')}
          >
            {SORTS.map((one) => (
              <option key={one} value={one}>
                {say(`findings.sort.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {marked.size > 1 && (
          <span className={styles.selected}>{say('findings.selected', { count: marked.size })}</span>
        )}
      </div>
      <div className={styles.list}>
        {refusal && <p className={styles.empty}>{refusal.detail}</p>}
        {value && rows.length === 0 && (
          <NoRows isNarrowed={isNarrowed} onClear={() => deeds.adjust({ filter: '', facets: {} })} />
        )}
        {rows.length > 0 && (
          <VirtualList
            testId="findings"
            role="tree"
            label={say('findings.list')}
            count={rows.length}
            rowHeight={46}
            keyOf={(index) => rows[index]?.fingerprint ?? String(index)}
            levelOf={(index) => (sort === 'tree' ? (rows[index]?.depth ?? 0) + 1 : 1)}
            selected={at}
            isMarked={(index) => marked.size > 1 && marked.has(rows[index]?.fingerprint ?? '')}
            onSelect={select}
            onOpen={() => document.querySelector<HTMLElement>('[data-open-evidence]')?.click()}
            onKey={onKey}
            row={(index) => {
              const row = rows[index];
              return row ? <FindingLine row={row} isTree={sort === 'tree'} /> : null;
            }}
          />
        )}
      </div>
    </>
  );
}

/** Something is always shown where there is something to show. */
function useFirstRow(rows: readonly FindingRow[], at: number, route: BundleRoute): void {
  const deeds = useDeeds();
  const first = rows[0]?.fingerprint;
  useEffect(() => {
    if (at === -1 && first !== undefined && route.selected === undefined)
      deeds.adjust({ selected: first }, 'replace');
  }, [deeds, at, first, route.selected]);
}

function nextMarks(
  marked: ReadonlySet<string>,
  rows: readonly FindingRow[],
  {
    from,
    to,
    extend,
    toggle,
  }: { readonly from: number; readonly to: number; readonly extend: boolean; readonly toggle: boolean },
): ReadonlySet<string> {
  const own = rows[to]?.fingerprint ?? '';
  if (extend && from >= 0) {
    const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    return new Set([...marked, ...range.map(({ fingerprint }) => fingerprint)]);
  }
  if (!toggle) return new Set([own]);
  const next = new Set(marked);
  if (!next.delete(own)) next.add(own);
  return next;
}

function NoRows({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  const say = useSay();
  return (
    <div className={styles.empty} data-testid="no-findings">
      <strong>{say(isNarrowed ? 'findings.noneMatch' : 'findings.none')}</strong>
      {isNarrowed ? (
        <button type="button" className={styles.clear} onClick={onClear}>
          {say('findings.clear')}
        </button>
      ) : (
        <span>{say('findings.noneLead')}</span>
      )}
    </div>
  );
}
