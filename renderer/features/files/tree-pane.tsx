import { useEffect, useState, type KeyboardEvent } from 'react';

import type { EntryShown } from '../../../workspace/contract/entries.ts';
import { useSay } from '../../app/messages.ts';
import type { BundleRoute } from '../../state/route.ts';
import { useAnswer, useDeeds } from '../../state/use-desk.ts';
import { VirtualList } from '../../widgets/virtual-list.tsx';
import { EntryLine } from './entry-line.tsx';
import styles from './files-view.module.css';
import { useTree, type TreeRow } from './use-tree.ts';

const MOST = 500;

/** The tree of entries, or those that fit what was typed. */
export function TreePane({ route }: { readonly route: BundleRoute }) {
  const say = useSay();
  const [text, setText] = useState('');
  const [unrecognisedOnly, setUnrecognisedOnly] = useState(false);
  const isFound = text.trim() !== '' || unrecognisedOnly;
  return (
    <>
      <div className={styles.search}>
        <input
          data-filter=""
          value={text}
          placeholder={say('files.search')}
          aria-label={say('files.search')}
          spellCheck={false}
          data-testid="files-search"
          onChange={(event) => setText(event.target.value)}
        />
        <label className={styles.only}>
          <input
            type="checkbox"
            checked={unrecognisedOnly}
            onChange={(event) => setUnrecognisedOnly(event.target.checked)}
          />
          {say('files.unrecognised')}
        </label>
      </div>
      <div className={styles.list}>
        {isFound ? (
          <Found route={route} text={text} unrecognisedOnly={unrecognisedOnly} />
        ) : (
          <Tree route={route} />
        )}
      </div>
    </>
  );
}

interface FoundProps {
  readonly route: BundleRoute;
  readonly text: string;
  readonly unrecognisedOnly: boolean;
}

function Found({ route, text, unrecognisedOnly }: FoundProps) {
  const say = useSay();
  const { value, refusal } = useAnswer('entries:find', {
    bundle: route.bundle,
    text,
    unrecognisedOnly,
    from: 0,
    count: MOST,
  });
  if (refusal) return <p className={styles.empty}>{refusal.detail}</p>;
  if (!value) return null;
  if (value.rows.length === 0) return <p className={styles.empty}>{say('files.none')}</p>;
  const rows = value.rows.map((entry): TreeRow => ({ entry, depth: 0, isOpen: undefined }));
  return <Rows rows={rows} route={route} whole onFold={() => undefined} />;
}

function Tree({ route }: { readonly route: BundleRoute }) {
  const { rows, refusal, fold, reveal } = useTree(route.bundle);
  const { selected } = route;
  useEffect(() => {
    if (selected !== undefined) reveal(selected);
  }, [selected, reveal]);
  if (refusal !== undefined) return <p className={styles.empty}>{refusal}</p>;
  return <Rows rows={rows} route={route} whole={false} onFold={fold} />;
}

interface RowsProps {
  readonly rows: readonly TreeRow[];
  readonly route: BundleRoute;
  /** Shows whole addresses instead of names. */
  readonly whole: boolean;
  readonly onFold: (entry: EntryShown, isOpen: boolean) => void;
}

function Rows({ rows, route, whole, onFold }: RowsProps) {
  const say = useSay();
  const deeds = useDeeds();
  const [current, setCurrent] = useState<string | undefined>(route.selected);
  useEffect(() => setCurrent(route.selected), [route.selected]);
  const at = rows.findIndex(({ entry }) => entry.address === current);
  const open = (row: TreeRow | undefined): void => {
    if (!row) return;
    if (row.isOpen !== undefined) onFold(row.entry, !row.isOpen);
    if (row.entry.kind !== 'folder') show(row.entry);
  };
  const show = ({ address }: EntryShown): void => {
    const { bundle, report } = route;
    deeds.go({ page: 'bundle', bundle, report, view: 'files', selected: address }, 'replace');
  };
  const onKey = (event: KeyboardEvent): void => {
    const row = rows[at];
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'ArrowRight' && row.isOpen === false) onFold(row.entry, true);
    else if (event.key === 'ArrowLeft' && row.isOpen === true) onFold(row.entry, false);
    else if (event.key === 'ArrowLeft') {
      const parent = rows.slice(0, at).findLast(({ depth }) => depth < row.depth);
      if (parent) setCurrent(parent.entry.address);
    } else return;
    event.preventDefault();
  };
  return (
    <VirtualList
      testId="files"
      role="tree"
      label={say('files.tree')}
      count={rows.length}
      rowHeight={24}
      keyOf={(index) => rows[index]?.entry.address ?? String(index)}
      levelOf={(index) => (rows[index]?.depth ?? 0) + 1}
      expandedOf={(index) => rows[index]?.isOpen}
      selected={at}
      onSelect={(index) => {
        const row = rows[index];
        setCurrent(row?.entry.address);
        if (row && row.entry.kind !== 'folder') show(row.entry);
      }}
      onOpen={(index) => open(rows[index])}
      onKey={onKey}
      row={(index) => {
        const row = rows[index];
        return row ? <EntryLine row={row} whole={whole} onFold={onFold} /> : null;
      }}
    />
  );
}
