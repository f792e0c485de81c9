import { textFact, UnreadableError, type Line, type Located, type Note } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';
import { mountOf, type Mount } from './mount-line.ts';

export type { Mount } from './mount-line.ts';

export interface Mounts {
  readonly mounts: readonly Located<Mount>[];
}

/**
 * What is mounted where, as mount, findmnt, /proc/mounts or mountinfo list it:
 *
 *   /dev/sda1 on /boot type ext4 (rw,relatime)
 */
export const mounts = textFact<Mounts>({
  name: 'storage.mounts',
  describes: 'File systems that were mounted',
  collect: { title: 'mount', command: 'mount > mount.txt' },
  fields: {
    mounts: {
      type: 'rows',
      describes: 'Mounts, in the order of the listing',
      row: {
        source: { type: 'string', describes: 'Device, share or name' },
        target: { type: 'string', describes: 'Folder that it is mounted on' },
        type: { type: 'string', describes: 'Type of the file system' },
        options: { type: 'string', describes: 'Options, with commas between' },
      },
    },
  },
  view: { kind: 'table', title: 'Mounts', rows: 'mounts', columns: ['target', 'type', 'source', 'options'] },
  from: places(
    {
      'client-analyzer': 'mount.txt',
      sosreport: ['sos_commands/filesys/mount_-l', 'mount', 'proc/mounts', 'proc/self/mountinfo'],
      supportconfig: ['fs-diskio.txt!#*/mount', 'fs-diskio.txt!#mount', 'fs-diskio.txt!#/proc/mounts'],
      plain: ['mount.txt', 'mount', 'mount_-l', 'sos_commands/filesys/mount_-l'],
    },
    hostFile('proc/mounts', 'proc/self/mounts', 'proc/self/mountinfo'),
    {
      sosreport: 'sos_commands/filesys/findmnt',
      supportconfig: 'fs-diskio.txt!#*findmnt*',
      plain: ['mounts.txt', 'mountinfo.txt', 'findmnt', 'findmnt.txt'],
    },
  ),
  looksLike: (head) => /^(?:.{1,200} on \/.{0,200} type [\w.]+ \([\w,=:.-]+\)\r?\n){2}/u.test(head),
  parse(entry, note): Mounts {
    refuseFailedCommand(entry);
    const found = entry.lines().flatMap((line) => located(line, note));
    if (found.length === 0) throw new UnreadableError(`${entry.path} lists no mounts`);
    return { mounts: found };
  },
});

function located({ text, at }: Line, note: Note): readonly Located<Mount>[] {
  const line = text.trim();
  // TARGET SOURCE FSTYPE OPTIONS
  if (line === '' || /^TARGET\s+SOURCE\b/u.test(line)) return [];
  const value = mountOf(line);
  if (value) return [{ value, at }];
  note({ code: 'malformed-line', detail: `No mount is listed in "${line.slice(0, 200)}"`, at });
  return [];
}
