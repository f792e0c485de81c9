import {
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface KernelLimits {
  /** File handles in use. */
  readonly openFiles: Located<number> | undefined;
  readonly mostOpenFiles: Located<number> | undefined;
  /** Groups and marks of fanotify that one user may have; kernels before 5.13 have no such settings. */
  readonly fanotifyGroups: Located<number> | undefined;
  readonly fanotifyMarks: Located<number> | undefined;
}

/**
 * Limits of the kernel, as `sysctl -a` prints them, or `/proc/sys/fs/file-nr` alone:
 *
 *   fs.file-nr = 4416	0	9223372036854775807
 *   user.max_fanotify_groups = 128
 *
 * The three numbers of file-nr are handles that exist, those of them that are free, and the limit (proc_sys_fs(5)).
 */
export const kernelLimits = textFact<KernelLimits>({
  name: 'host.kernel-limits',
  describes: 'Limits of the kernel on open files and fanotify',
  collect: { title: 'sysctl -a', command: 'sudo sysctl -a > sysctl.txt' },
  fields: {
    openFiles: { type: 'number', describes: 'File handles in use' },
    mostOpenFiles: { type: 'number', describes: 'File handles that there may be' },
    fanotifyGroups: { type: 'number', describes: 'Groups of fanotify that a user may have' },
    fanotifyMarks: { type: 'number', describes: 'Marks of fanotify that a user may set' },
  },
  view: { kind: 'fields', title: 'Limits of the kernel' },
  from: places(
    {
      'client-analyzer': 'sysctl_info.txt',
      sosreport: 'sos_commands/kernel/sysctl_-a',
      supportconfig: '*.txt!#*sysctl -a*',
      plain: ['sysctl', 'sysctl.txt', 'sysctl-a*', 'sysctl_*', 'sos_commands/kernel/sysctl_-a'],
    },
    hostFile('proc/sys/fs/file-nr'),
  ),
  parse,
});

function parse(entry: TextEntry): KernelLimits {
  refuseFailedCommand(entry);
  const lines = entry.lines();
  const handles = lines.map(handlesIn).find((found) => found !== undefined);
  const limits = {
    openFiles: handles?.open,
    mostOpenFiles: handles?.most,
    fanotifyGroups: setting(lines, 'user.max_fanotify_groups'),
    fanotifyMarks: setting(lines, 'user.max_fanotify_marks'),
  };
  if (Object.values(limits).every((found) => found === undefined))
    throw new UnreadableError(`${entry.path} names no limit of the kernel`);
  return limits;
}

// fs.file-nr = 4416	0	9223372036854775807 · 4416	0	9223372036854775807
const HANDLES = /^(?:fs\.file-nr\s*=\s*)?(?<made>\d{1,19})\s+(?<free>\d{1,19})\s+(?<most>\d{1,19})\s*$/u;

function handlesIn({ text, at }: Line): { open: Located<number>; most: Located<number> } | undefined {
  const { made, free, most } = HANDLES.exec(text)?.groups ?? {};
  if (made === undefined) return undefined;
  return {
    open: { value: Number(made) - Number(free), at },
    most: { value: Number(most), at },
  };
}

function setting(lines: readonly Line[], name: string): Located<number> | undefined {
  for (const { text, at } of lines) {
    const [key = '', value = ''] = text.split('=', 2);
    if (key.trim() === name && /^\d{1,19}$/u.test(value.trim())) return { value: Number(value), at };
  }
  return undefined;
}
