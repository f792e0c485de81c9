import {
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { nvraPackage } from './rpm-package.ts';

export interface LibcInfo {
  /** `glibc`, `libc6`. */
  readonly name: Located<string>;
  readonly version: Located<string>;
}

/**
 * The C library, as a package manager describes it:
 *
 *   Name        : glibc
 *   Version     : 2.34
 */
export const libcInfo = textFact<LibcInfo>({
  name: 'packages.libc-info',
  describes: 'Package of the C library',
  collect: {
    title: 'glibc package',
    command: 'rpm -qi glibc > libc_info.txt || dpkg -s libc6 > libc_info.txt',
  },
  fields: {
    name: { type: 'string', describes: 'Name of the package' },
    version: { type: 'version', describes: 'Version of the package' },
  },
  view: { kind: 'fields', title: 'C library' },
  from: { 'client-analyzer': ['libc_info.txt'], plain: ['libc_info.txt'] },
  parse(entry): LibcInfo {
    refuseFailedCommand(entry);
    const found = described(entry) ?? listed(entry);
    if (!found) throw new UnreadableError(`${entry.path} names no C library`);
    return found;
  },
});

// Name        : glibc · Package: libc6
const NAME = /^(?:Name|Package)\s*:\s*(?<name>(?:glibc|libc6|musl)\S*)$/u;

// Version     : 2.34 · Version: 2.35-0ubuntu3.8
const VERSION = /^Version\s*:\s*(?<version>\S+)/u;

/** The first package that is described by fields, one per line. */
function described(entry: TextEntry): LibcInfo | undefined {
  let name: Located<string> | undefined;
  for (const { text, at } of entry.lines()) {
    const named = NAME.exec(text.trim())?.groups?.['name'];
    if (named) name ??= { value: withoutArch(named), at };
    const version = VERSION.exec(text.trim())?.groups?.['version'];
    if (name && version) return { name, version: { value: version, at } };
  }
  return undefined;
}

/** The first line of a list that names a C library with its version. */
function listed(entry: TextEntry): LibcInfo | undefined {
  for (const line of entry.lines()) {
    const found = rowOf(line);
    if (found) return { name: { value: found[0], at: line.at }, version: { value: found[1], at: line.at } };
  }
  return undefined;
}

const ROWS: readonly RegExp[] = [
  // ii  libc6:amd64   2.35-0ubuntu3.8   amd64   GNU C Library: Shared libraries
  /^[ih]i\s+(?<name>libc6)(?::\S+)?\s+(?<version>\S+)/u,
  // libc6/jammy-updates,now 2.35-0ubuntu3.8 amd64 [installed]
  /^(?<name>libc6)\/\S+\s+(?<version>\S+)/u,
  // glibc.x86_64    2.34-100.el9_4.2    @baseos
  /^(?<name>glibc)\.\w+\s+(?<version>\S+)/u,
  // ldd (GNU libc) 2.34 · ldd (Ubuntu GLIBC 2.35-0ubuntu3.8) 2.35
  /^(?<name>ldd) \([^)]*\) (?<version>\d\S*)/u,
];

function rowOf({ text }: Line): readonly [string, string] | undefined {
  const line = text.trim();
  const nvra = nvraPackage(line);
  if (nvra?.name === 'glibc') return [nvra.name, nvra.version];
  for (const pattern of ROWS) {
    const { name, version } = pattern.exec(line)?.groups ?? {};
    if (name && version) return [name === 'ldd' ? 'glibc' : name, version];
  }
  return undefined;
}

function withoutArch(name: string): string {
  return name.replace(/:.*$/u, '');
}
