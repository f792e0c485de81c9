import { NotCollectedError, textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { dfTable, type DfRow } from './df-table.ts';
import { bytesOf, unitOf } from './df-unit.ts';
import { isHeldBy } from './held-by.ts';
import { countsInodes } from './inode-heading.ts';

export interface InodeUse {
  readonly source: string;
  readonly type?: string;
  /** 0 where the file system has no limit, as btrfs. */
  readonly total: number;
  readonly used: number;
  readonly free: number;
  readonly usedPercent: number;
  readonly target: string;
}

export interface Inodes {
  readonly filesystems: readonly Located<InodeUse>[];
}

/**
 * How many files the file systems can still hold:
 *
 *   Filesystem      Inodes  IUsed   IFree IUse% Mounted on
 *   /dev/vda3      3276800 182340 3094460    6% /
 */
export const inodes = textFact<Inodes>({
  name: 'storage.inodes',
  describes: 'Inodes of the file systems',
  collect: { title: 'df -i', command: 'df -i > df_-i' },
  fields: {
    filesystems: {
      type: 'rows',
      describes: 'File systems, in the order of the listing',
      row: {
        source: { type: 'string', describes: 'Device, share or name' },
        type: { type: 'string', describes: 'Type of the file system' },
        total: { type: 'number', describes: 'Inodes', unit: 'inodes' },
        used: { type: 'number', describes: 'Used', unit: 'inodes' },
        free: { type: 'number', describes: 'Free', unit: 'inodes' },
        usedPercent: { type: 'number', describes: 'Used share', unit: '%' },
        target: { type: 'string', describes: 'Folder that it is mounted on' },
      },
    },
  },
  view: { kind: 'table', title: 'Inodes', rows: 'filesystems' },
  from: {
    'client-analyzer': ['inode_usage.txt', 'df_-i*', 'df-i*'],
    sosreport: ['sos_commands/filesys/df_-al*i*'],
    supportconfig: ['basic-health-check.txt!#*df -i*', 'fs-diskio.txt!#*df -*i*'],
    plain: ['df_-i*', 'df-i*', 'inodes.txt', 'df_-al*i*', 'sos_commands/filesys/df_-al*i*'],
  },
  looksLike: (head) => /^Filesystem\s.*\bInodes\s+IUsed\s+IFree\s+IUse%\s+Mounted on/u.test(head),
  parse(entry): Inodes {
    const { header, rows } = dfTable(entry);
    if (rows.length === 0) refuseFailedCommand(entry);
    if (!countsInodes(header)) throw new NotCollectedError(`${entry.path} counts no inodes`);
    if (rows.length === 0) throw new UnreadableError(`${entry.path} lists no file systems`);
    return { filesystems: rows.map(({ value, at }) => ({ value: inodeUse(value), at })) };
  },
});

/** The file system that holds a path, of those mounted on the longest folder above it; a limit counts before none. */
export function inodesOf({ filesystems }: Inodes, path: string): Located<InodeUse> | undefined {
  let best: Located<InodeUse> | undefined;
  for (const row of filesystems) {
    const { target, total } = row.value;
    const length = best?.value.target.length ?? 0;
    if (!isHeldBy(target, path) || target.length < length) continue;
    if (target.length > length || total > 0 || best?.value.total === 0) best = row;
  }
  return best;
}

/** `df -ih` writes 3.2M for 3276800. */
function inodeUse({ source, type, size, used, available, percent, target }: DfRow): InodeUse {
  const unit = unitOf('', [size]) ?? { block: 1 };
  const written = parseFloat(percent);
  return {
    source,
    ...(type === undefined ? {} : { type }),
    total: bytesOf(size, unit),
    used: bytesOf(used, unit),
    free: bytesOf(available, unit),
    usedPercent: Number.isNaN(written) ? 0 : written,
    target,
  };
}
