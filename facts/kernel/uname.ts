import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Line,
  type Located,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface Uname {
  readonly release: Located<string> | undefined;
  readonly machine: Located<string> | undefined;
  readonly hostname: Located<string> | undefined;
  /** Build of the kernel: `#1 SMP Tue Sep 16 01:56:35 UTC 2014`. */
  readonly version: Located<string> | undefined;
}

/**
 * The kernel that ran:
 *
 *   Linux db-01 3.10.0-1160.el7.x86_64 #1 SMP Mon Oct 19 16:18:59 UTC 2020 x86_64 x86_64 x86_64 GNU/Linux
 */
export const uname = textFact<Uname>({
  name: 'kernel.uname',
  describes: 'Kernel that ran on the host',
  collect: { title: 'uname -a', command: 'uname -a > uname.txt' },
  fields: {
    release: { type: 'version', describes: 'Release of the kernel' },
    machine: { type: 'string', describes: 'Architecture' },
    hostname: { type: 'string', describes: 'Name of the host' },
    version: { type: 'string', describes: 'Build of the kernel' },
  },
  view: { kind: 'fields', title: 'Kernel' },
  identities: ({ hostname }) => ({ host: [hostname?.value] }),
  from: {
    'client-analyzer': 'uname.txt',
    sosreport: ['sos_commands/kernel/uname_-a', 'uname', 'proc/version'],
    supportconfig: ['basic-environment.txt!#*uname -a', 'boot.txt!#*uname -a', '*.txt!#/proc/version'],
    plain: [
      'uname.txt',
      'uname',
      'uname_-a',
      'uname-a',
      'uname-a.txt',
      'sos_commands/kernel/uname_-a',
      'proc/version',
    ],
  },
  looksLike: (head) => /^Linux \S+ \d+\.\d+\S* #/u.test(head),
  parse(entry): Uname {
    refuseFailedCommand(entry);
    for (const line of entry.lines()) {
      const found = byVersionFile(line) ?? byCommand(line) ?? byRelease(line);
      if (found) return found;
    }
    if (entry.text.startsWith('Darwin '))
      throw new NotCollectedError(`${entry.path} names a kernel of macOS`);
    throw new UnreadableError(`${entry.path} names no kernel`);
  },
});

const ARCHITECTURE =
  /^(?:x86_64|amd64|aarch64|arm64|armv\w+|i[3-6]86|ppc64(?:le)?|s390x?|riscv64|loongarch64|mips\w*)$/u;

// Linux version 3.10.0-862.el7.x86_64 (build@host) (gcc version 4.8.5) #1 SMP Wed Mar 21 18:14:51 EDT 2018
function byVersionFile({ text, at }: Line): Uname | undefined {
  const release = /^Linux version (?<release>\d\S*)/u.exec(text)?.groups?.['release'];
  if (release === undefined) return undefined;
  const build = text.lastIndexOf(' #');
  return {
    release: { value: release, at },
    machine: located(machineOf(release), at),
    hostname: undefined,
    version: build < 0 ? undefined : { value: text.slice(build).trim(), at },
  };
}

function byCommand({ text, at }: Line): Uname | undefined {
  const words = text.trim().split(/\s+/u);
  const [system, hostname, release = '', ...rest] = words;
  if (system !== 'Linux' || hostname === undefined || !/^\d+\.\d/u.test(release)) return undefined;
  const end = rest.findIndex((word) => ARCHITECTURE.test(word));
  const build = rest.slice(0, end < 0 ? undefined : end).join(' ');
  return {
    release: { value: release, at },
    machine: located(rest[end] ?? machineOf(release), at),
    hostname: { value: hostname, at },
    version: located(build === '' ? undefined : build, at),
  };
}

// uname -r: 5.14.0-427.el9.x86_64 · uname -sr: Linux 5.14.0-427.el9.x86_64
function byRelease({ text, at }: Line): Uname | undefined {
  const release = /^\s*(?:Linux )?(?<release>\d+\.\d+\.\d+\S*)\s*$/u.exec(text)?.groups?.['release'];
  if (release === undefined) return undefined;
  return {
    release: { value: release, at },
    machine: located(machineOf(release), at),
    hostname: undefined,
    version: undefined,
  };
}

/** Some distributions end the release with the architecture. */
function machineOf(release: string): string | undefined {
  const last = release.slice(release.lastIndexOf('.') + 1);
  return ARCHITECTURE.test(last) ? last : undefined;
}

function located(value: string | undefined, at: Line['at']): Located<string> | undefined {
  return value === undefined ? undefined : { value, at };
}
