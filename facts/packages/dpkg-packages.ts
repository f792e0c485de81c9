import {
  textFact,
  UnreadableError,
  type Located,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface DpkgPackage {
  /** Without the architecture that dpkg appends as `:amd64`. */
  readonly name: string;
  readonly version: string;
  /** Wanted and actual state as dpkg writes them: `ii`, `rc`, `iU`. */
  readonly status: string;
}

export interface DpkgPackages {
  /** By name; one package may be there in several architectures. */
  readonly packages: ReadonlyMap<string, readonly Located<DpkgPackage>[]>;
  readonly list: readonly Located<DpkgPackage>[];
  /** False where the list was cut. */
  readonly complete: boolean;
}

// ii  libc6:amd64    2.35-0ubuntu3.8    amd64    GNU C Library: Shared libraries
const ROW = /^(?<status>[uihrp][ncHUFWti]R?)\s{1,9}(?<name>[^\s:]+)(?::\S+)?\s+(?<version>\S+)/u;

// libc6 2.35-0ubuntu3.8 · libc6:amd64<TAB>2.35-0ubuntu3.8
const PAIR = /^(?<name>[a-z\d][a-z\d+.-]+)(?::\S+)?\s+(?<version>\d[^\s]*)$/u;

/** The packages of a Debian system: `dpkg -l`, or the pairs of name and version that `dpkg-query -W` writes. */
export const dpkgPackages = textFact<DpkgPackages>({
  name: 'packages.dpkg',
  describes: 'Packages known to dpkg',
  collect: { title: 'dpkg -l', command: 'COLUMNS=200 dpkg -l > dpkg-l.txt' },
  fields: {
    list: {
      type: 'rows',
      describes: 'Packages, in the order of the list',
      row: {
        name: { type: 'string', describes: 'Name' },
        version: { type: 'version', describes: 'Version' },
        status: { type: 'string', describes: 'State: ii is installed, rc is removed with its settings kept' },
      },
    },
  },
  view: { kind: 'table', title: 'Debian packages', rows: 'list' },
  maxBytes: 16 * 1024 * 1024,
  from: {
    sosreport: [
      'installed-debs',
      'sos_commands/dpkg/dpkg_-l',
      'sos_commands/dpkg/dpkg*-l*',
      'sos_commands/dpkg/dpkg-query*',
    ],
    plain: ['installed-debs', 'installed-debs.txt', 'dpkg_-l*', 'dpkg-l*', 'dpkg.txt', 'dpkg-query*'],
  },
  looksLike: (head) => head.startsWith('Desired=Unknown/Install/Remove/Purge/Hold'),
  parse,
});

function parse(entry: TextEntry, note: Note): DpkgPackages {
  refuseFailedCommand(entry);
  const list: Located<DpkgPackage>[] = [];
  let odd = 0;
  for (const { text, at } of entry.lines()) {
    const row = ROW.exec(text)?.groups ?? PAIR.exec(text.trim())?.groups;
    if (row) {
      const { name = '', version = '' } = row;
      // A list of pairs tells no state; what it lists counts as installed.
      list.push({ value: { name, version, status: row['status'] ?? 'ii' }, at });
    } else if (list.length > 0 && text.trim() !== '' && odd++ === 0) {
      note({ code: 'malformed-line', detail: `no package: ${text.trim().slice(0, 120)}`, at });
    }
  }
  if (list.length === 0) throw new UnreadableError(`${entry.path} names no package`);
  return { packages: Map.groupBy(list, ({ value }) => value.name), list, complete: !entry.cut };
}
