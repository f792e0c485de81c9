import {
  ChevronDown,
  ChevronRight,
  File,
  FileArchive,
  FileStack,
  FileSymlink,
  Folder,
  FileQuestion,
} from 'lucide-react';

import type { EntryShown } from '../../../workspace/contract/entries.ts';
import { useSay } from '../../app/messages.ts';
import { bytesText } from '../../app/units.ts';
import { SeverityMark } from '../../widgets/severity-mark.tsx';
import { Visible } from '../../widgets/visible.tsx';
import styles from './entry-line.module.css';
import type { TreeRow } from './use-tree.ts';

const ICONS: Readonly<Record<EntryShown['kind'], typeof File>> = {
  file: File,
  folder: Folder,
  link: FileSymlink,
  archive: FileArchive,
  sections: FileStack,
  other: FileQuestion,
};

interface EntryLineProps {
  readonly row: TreeRow;
  readonly whole: boolean;
  readonly onFold: (entry: EntryShown, isOpen: boolean) => void;
}

/** Pixels of one step into the tree. */
const STEP = 14;

/** One entry of the tree: what it is, how large, and what was found in it. */
export function EntryLine({ row: { entry, depth, isOpen }, whole, onFold }: EntryLineProps) {
  const say = useSay();
  const Icon = ICONS[entry.kind];
  const { kind, size, findings, worst, problems, recognised } = entry;
  return (
    <div className={styles.line} style={{ paddingLeft: depth * STEP + 4 }}>
      <span
        className={styles.fold}
        aria-hidden="true"
        onMouseDown={(event) => {
          event.stopPropagation();
          if (isOpen !== undefined) onFold(entry, !isOpen);
        }}
      >
        {isOpen === true && <ChevronDown size={13} />}
        {isOpen === false && <ChevronRight size={13} />}
      </span>
      <Icon size={13} aria-hidden="true" className={styles.icon} />
      <span className={recognised ? styles.name : styles.unrecognised} title={entry.address}>
        <Visible text={whole ? entry.address : nameShown(entry.name)} />
      </span>
      {problems > 0 && (
        <span className={styles.problem} title={say('files.problemBadge', { count: problems })}>
          !
        </span>
      )}
      {worst && (
        <span className={styles.badge} title={say('files.badge', { count: findings })}>
          <SeverityMark severity={worst} signOnly />
          {findings}
        </span>
      )}
      {kind !== 'folder' && kind !== 'link' && <span className={styles.size}>{bytesText(size, say)}</span>}
    </div>
  );
}

/** A section is called by its command. */
function nameShown(name: string): string {
  return name.startsWith('#') ? name.slice(1) : name;
}
