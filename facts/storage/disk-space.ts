import { NotCollectedError, textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { dfTable, type DfRow } from './df-table.ts';
import { bytesOf, unitOf, type DfUnit } from './df-unit.ts';
import { isHeldBy } from './held-by.ts';
import { countsInodes } from './inode-heading.ts';

export interface Filesystem {
  readonly source: string;
  readonly type?: string;
  readonly sizeBytes: number;
  readonly usedBytes: number;
  readonly availableBytes: number;
  readonly usedPercent: number;
  readonly target: string;
}

export interface DiskSpace {
  readonly filesystems: readonly Located<Filesystem>[];
}

/**
 * How full the file systems are:
 *
 *   Filesystem     1K-blocks    Used Available Use% Mounted on
 *   /dev/vda3       51473368 8242300  43231068  17% /
 */
export const diskSpace = textFact<DiskSpace>({
  name: 'storage.disk-space',
  describes: 'Size and free space of the file systems',
  collect: { title: 'df', command: 'df -P > df' },
  fields: {
    filesystems: {
      type: 'rows',
      describes: 'File systems, in the order of the listing',
      row: {
        source: { type: 'string', describes: 'Device, share or name' },
        type: { type: 'string', describes: 'Type of the file system' },
        sizeBytes: { type: 'number', describes: 'Size', unit: 'bytes' },
        usedBytes: { type: 'number', describes: 'Used', unit: 'bytes' },
        availableBytes: { type: 'number', describes: 'Free for ordinary users', unit: 'bytes' },
        usedPercent: { type: 'number', describes: 'Used share', unit: '%' },
        target: { type: 'string', describes: 'Folder that it is mounted on' },
      },
    },
  },
  view: { kind: 'table', title: 'Disk space', rows: 'filesystems' },
  from: {
    'client-analyzer': 'disk_usage.txt',
    sosreport: ['sos_commands/filesys/df_-al_-x_autofs', 'df', 'sos_commands/filesys/df_-al'],
    supportconfig: [
      'basic-health-check.txt!#*df -h*',
      'fs-diskio.txt!#*df -*h*',
      'basic-health-check.txt!#*df*',
      'fs-diskio.txt!#*df*',
    ],
    plain: [
      'disk_usage.txt',
      'df',
      'df.txt',
      'df_*',
      'df-h',
      'df-h.txt',
      'sos_commands/filesys/df_-al_-x_autofs',
    ],
  },
  looksLike: (head) => /^Filesystem\s.*\bUsed\s+Avail(?:able)?\s+(?:Use%|Capacity)\s+Mounted on/u.test(head),
  parse(entry): DiskSpace {
    const { header, rows } = dfTable(entry);
    // A complaint about one mount stands before the rows of the others.
    if (rows.length === 0) refuseFailedCommand(entry);
    if (countsInodes(header)) {
      throw new NotCollectedError(`${entry.path} counts inodes, not space`);
    }
    if (rows.length === 0) throw new UnreadableError(`${entry.path} lists no file systems`);
    const unit = unitOf(
      header,
      rows.map(({ value }) => value.size),
    );
    if (!unit) throw new UnreadableError(`${entry.path} does not say the unit of its sizes`);
    return { filesystems: rows.map(({ value, at }) => ({ value: filesystem(value, unit), at })) };
  },
});

/** The file system that holds a path: of those mounted on the longest folder above it, the last that has a size. */
export function filesystemOf({ filesystems }: DiskSpace, path: string): Located<Filesystem> | undefined {
  let best: Located<Filesystem> | undefined;
  for (const row of filesystems) {
    const { target, sizeBytes } = row.value;
    if (sizeBytes > 0 && isHeldBy(target, path) && target.length >= (best?.value.target.length ?? 0))
      best = row;
  }
  return best;
}

function filesystem(
  { source, type, size, used, available, percent, target }: DfRow,
  unit: DfUnit,
): Filesystem {
  const [sizeBytes, usedBytes, availableBytes] = [size, used, available].map((text) =>
    bytesOf(text, unit),
  ) as [number, number, number];
  const held = usedBytes + availableBytes;
  const written = parseFloat(percent);
  return {
    source,
    ...(type === undefined ? {} : { type }),
    sizeBytes,
    usedBytes,
    availableBytes,
    usedPercent: Number.isNaN(written) ? (held > 0 ? Math.ceil((usedBytes / held) * 100) : 0) : written,
    target,
  };
}
