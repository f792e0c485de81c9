import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { jsonPackage, nvraPackage, tablePackage, type RpmPackage } from './rpm-package.ts';

export type { RpmPackage } from './rpm-package.ts';

export interface RpmPackages {
  /** By name; several versions of one package may be installed, as of a kernel. */
  readonly packages: ReadonlyMap<string, readonly Located<RpmPackage>[]>;
  readonly list: readonly Located<RpmPackage>[];
  /** False where the list was cut or holds lines that could not be read; a warning of rpm does no harm. */
  readonly complete: boolean;
}

/**
 * The packages of an RPM system: `rpm -qa`, with or without further columns, as JSON lines, or as the table of a
 * supportconfig.
 *
 *   bash-5.1.8-6.el9.x86_64          Mon Nov 23 10:00:00 2026
 *   gpg-pubkey-fd431d51-4ae0493b
 */
export const rpmPackages = textFact<RpmPackages>({
  name: 'packages.rpm',
  describes: 'Packages installed by rpm',
  collect: { title: 'rpm -qa', command: 'rpm -qa > rpm-qa.txt' },
  fields: {
    list: {
      type: 'rows',
      describes: 'Installed packages, in the order of the list',
      row: {
        name: { type: 'string', describes: 'Name' },
        version: { type: 'version', describes: 'Version' },
        release: { type: 'string', describes: 'Release' },
        arch: { type: 'string', describes: 'Architecture' },
      },
    },
  },
  view: { kind: 'table', title: 'RPM packages', rows: 'list' },
  maxBytes: 16 * 1024 * 1024,
  from: {
    sosreport: [
      'installed-rpms',
      'sos_commands/rpm/sh_-c_rpm_--nodigest*',
      'sos_commands/rpm/sh_-c_rpm_*',
      'sos_commands/rpm/rpm_-qa*',
    ],
    supportconfig: ['rpm.txt!#*rpm -qa*', 'rpm.txt'],
    plain: ['installed-rpms', 'installed-rpms.txt', 'rpm-qa', 'rpm-qa.txt', 'rpm_-qa*', 'rpm_qa*', 'rpm.txt'],
  },
  looksLike: (head) => {
    // The last line of the head may be cut.
    const lines = head.split('\n').slice(0, -1);
    return (
      lines.length >= 5 && lines.slice(0, 20).every((line) => nvraPackage(line.trim())?.arch !== undefined)
    );
  },
  parse,
});

function parse(entry: TextEntry, note: Note): RpmPackages {
  refuseFailedCommand(entry);
  const list: Located<RpmPackage>[] = [];
  const odd: Line[] = [];
  let isTable = false;
  for (const line of entry.lines()) {
    const text = line.text.trim();
    if (text === '' || text.startsWith('#')) continue;
    // NAME                DISTRIBUTION                        VERSION
    if (/^NAME\s+DISTRIBUTION\s+VERSION$/u.test(text)) isTable = true;
    else {
      const found = packageOf(text, isTable);
      if (found) list.push({ value: found, at: line.at });
      else odd.push(line);
    }
  }
  noteOdd(odd, note);
  if (list.length === 0) refuseEmpty(entry, odd);
  return {
    packages: Map.groupBy(list, ({ value }) => value.name),
    list,
    complete: !entry.cut && odd.every(isWarning),
  };
}

function packageOf(text: string, isTable: boolean): RpmPackage | undefined {
  if (text.startsWith('{')) return jsonPackage(text);
  return isTable ? (tablePackage(text) ?? nvraPackage(text)) : nvraPackage(text);
}

/** rpm warns of signatures and goes on; an error means that packages may be left out. */
function isWarning(line: Line): boolean {
  return line.text.trim().startsWith('warning:');
}

/** One problem for all lines: a broken database complains thousands of times. */
function noteOdd(odd: readonly Line[], note: Note): void {
  const [first] = odd;
  if (!first) return;
  const count = odd.length === 1 ? '1 line names' : `${odd.length} lines name`;
  note({
    code: 'malformed-line',
    detail: `${count} no package; the first: ${first.text.trim().slice(0, 120)}`,
    at: first.at,
  });
}

function refuseEmpty(entry: TextEntry, odd: readonly Line[]): never {
  const [first] = odd;
  if (first?.text.trim().startsWith('error:')) {
    throw new NotCollectedError(`${entry.path} says: ${first.text.trim().slice(0, 200)}`);
  }
  throw new UnreadableError(`${entry.path} names no package`);
}
