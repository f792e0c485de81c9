import { useCallback, useEffect, useMemo, useState } from 'react';

import type { EntryShown } from '../../../workspace/contract/entries.ts';
import { MOST_ROWS } from '../../../workspace/contract/parts.ts';
import { useDesk, useDeskStore } from '../../state/use-desk.ts';

export interface TreeRow {
  readonly entry: EntryShown;
  readonly depth: number;
  /** Undefined for what holds nothing. */
  readonly isOpen: boolean | undefined;
}

interface TreeState {
  readonly folders: ReadonlyMap<string, readonly EntryShown[]>;
  readonly open: ReadonlySet<string>;
}

const EMPTY: TreeState = { folders: new Map(), open: new Set(['']) };
/** Children of one folder that are shown; a folder of more is looked through by its filter. */
const MOST_CHILDREN = 20_000;

/** What was unfolded in each bundle, so that coming back finds it as it was left. */
const remembered = new Map<string, TreeState>();

/** The rows of a tree that is unfolded step by step; folders are asked for when they are opened. */
export function useTree(bundle: string) {
  const { bridge } = useDeskStore().getState();
  const stage = useDesk(({ state }) => state?.bundles.find(({ id }) => id === bundle)?.stage);
  const [tree, setTree] = useState<TreeState>(remembered.get(bundle) ?? EMPTY);
  const [refusal, setRefusal] = useState<string>();

  const load = useCallback(
    async (folder: string): Promise<void> => {
      const rows: EntryShown[] = [];
      for (let total = 1; rows.length < Math.min(total, MOST_CHILDREN);) {
        const reply = await bridge.ask('entries:folder', {
          bundle,
          folder,
          from: rows.length,
          count: MOST_ROWS,
        });
        if (!reply.ok) return setRefusal(folder === '' ? reply.refusal.detail : undefined);
        ({ total } = reply.value);
        rows.push(...reply.value.rows);
        if (reply.value.rows.length === 0) break;
      }
      setRefusal(undefined);
      setTree((before) => ({ ...before, folders: new Map(before.folders).set(folder, rows) }));
    },
    [bridge, bundle],
  );

  useEffect(() => {
    void load('');
  }, [load, stage]);
  useEffect(() => {
    remembered.set(bundle, tree);
  }, [bundle, tree]);
  useEffect(() => {
    for (const folder of tree.open) if (!tree.folders.has(folder) && folder !== '') void load(folder);
  }, [tree, load]);

  const fold = useCallback(
    ({ address }: EntryShown, isOpen: boolean) =>
      setTree((before) => {
        const open = new Set(before.open);
        if (isOpen) open.add(address);
        else open.delete(address);
        return { ...before, open };
      }),
    [],
  );

  /** Unfolds all that holds an entry. */
  const reveal = useCallback(
    (address: string) =>
      setTree((before) => {
        const above = ancestorsOf(address).filter((one) => !before.open.has(one));
        return above.length === 0 ? before : { ...before, open: new Set([...before.open, ...above]) };
      }),
    [],
  );

  const rows = useMemo(() => rowsOf(tree), [tree]);
  return { rows, refusal, fold, reveal };
}

function rowsOf({ folders, open }: TreeState): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const visit = (folder: string, depth: number): void => {
    for (const entry of folders.get(folder) ?? []) {
      const isOpen = entry.children > 0 ? open.has(entry.address) : undefined;
      rows.push({ entry, depth, isOpen });
      if (isOpen) visit(entry.address, depth + 1);
    }
  };
  visit('', 0);
  return rows;
}

/** `a/b.zip!/c` lies in `a` and in `a/b.zip`; a section lies in its file, whatever slashes its command holds. */
export function ancestorsOf(address: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < address.length; at++) {
    if (address[at] === '!' && address[at + 1] === '!') at++;
    else if (address[at] === '!' && address[at + 1] === '#') return [...found, address.slice(0, at)];
    else if (address[at] === '!' && address[at + 1] === '/') {
      found.push(address.slice(0, at));
      at++;
    } else if (address[at] === '/') found.push(address.slice(0, at));
  }
  return found;
}
