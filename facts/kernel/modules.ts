import { textFact, UnreadableError, type Line, type Located, type Note } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface KernelModule {
  readonly name: string;
  readonly size: number;
  /** Modules that need it, with commas between; empty where none does. */
  readonly usedBy: string;
}

export interface KernelModules {
  readonly modules: readonly Located<KernelModule>[];
}

/**
 * The loaded modules of the kernel, as lsmod or /proc/modules lists them:
 *
 *   Module                  Size  Used by
 *   llc                    14552  2 stp,bridge
 */
export const kernelModules = textFact<KernelModules>({
  name: 'kernel.modules',
  describes: 'Modules that the kernel had loaded',
  collect: { title: 'lsmod', command: 'lsmod > lsmod.txt' },
  fields: {
    modules: {
      type: 'rows',
      describes: 'Modules, in the order of the listing',
      row: {
        name: { type: 'string', describes: 'Name of the module' },
        size: { type: 'number', describes: 'Size in memory', unit: 'bytes' },
        usedBy: { type: 'string', describes: 'Modules that need it' },
      },
    },
  },
  view: { kind: 'table', title: 'Kernel modules', rows: 'modules' },
  from: places(
    {
      'client-analyzer': 'lsmod.txt',
      sosreport: ['sos_commands/kernel/lsmod', 'lsmod'],
      supportconfig: ['modules.txt!#*lsmod*'],
      plain: ['lsmod.txt', 'lsmod', 'sos_commands/kernel/lsmod'],
    },
    hostFile('proc/modules'),
  ),
  looksLike: (head) => /^Module\s+Size\s+Used by/u.test(head),
  parse(entry, note): KernelModules {
    refuseFailedCommand(entry);
    const modules = entry.lines().flatMap((line) => moduleOf(line, note));
    if (modules.length === 0 && !entry.lines().some(({ text }) => isHeading(text))) {
      throw new UnreadableError(`${entry.path} lists no modules`);
    }
    return { modules };
  },
});

// llc                    14552  2 stp,bridge
// llc 14552 2 stp,bridge, Live 0xffffffffc0000000 (OE)
const MODULE = /^(?<name>[\w-]+)\s+(?<size>\d+)\s+-?\d+(?:\s+(?<usedBy>\S+))?/u;

function moduleOf({ text, at }: Line, note: Note): readonly Located<KernelModule>[] {
  if (text.trim() === '' || isHeading(text)) return [];
  const { name, size, usedBy = '' } = MODULE.exec(text)?.groups ?? {};
  if (name === undefined || size === undefined) {
    note({ code: 'malformed-line', detail: `No module is listed in "${text.slice(0, 200)}"`, at });
    return [];
  }
  return [{ value: { name, size: Number(size), usedBy: usedBy.replace(/^-$|,$/u, '') }, at }];
}

function isHeading(text: string): boolean {
  return /^Module\s+Size\b/u.test(text);
}
