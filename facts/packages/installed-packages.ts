import {
  derivedFact,
  NotCollectedError,
  optional,
  type Located,
  type Location,
} from '../../engine/api/index.ts';
import { dpkgPackages } from './dpkg-packages.ts';
import { rpmPackages } from './rpm-packages.ts';

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
}

export interface InstalledPackages {
  readonly manager: 'rpm' | 'dpkg';
  /** The first of each name. */
  readonly byName: ReadonlyMap<string, Located<InstalledPackage>>;
  readonly list: readonly Located<InstalledPackage>[];
  /** Whether a name that is not in the list is surely not installed. */
  readonly complete: boolean;
  /** Where the list begins. */
  readonly source: Location;
  readonly entry: string;
}

/** What is installed, whichever package manager the host has. */
export const installedPackages = derivedFact({
  name: 'packages.installed',
  describes: 'Packages that are installed',
  collect: { title: 'rpm -qa or dpkg -l', command: 'rpm -qa > rpm-qa.txt || dpkg -l > dpkg-l.txt' },
  fields: {
    list: {
      type: 'rows',
      describes: 'Installed packages',
      row: {
        name: { type: 'string', describes: 'Name' },
        version: { type: 'version', describes: 'Version, with the release where dpkg joins them' },
      },
    },
  },
  view: { kind: 'table', title: 'Installed packages', rows: 'list' },
  needs: { rpm: optional(rpmPackages), dpkg: optional(dpkgPackages) },
  derive({ rpm, dpkg }): InstalledPackages {
    const rpmList = rpm?.list ?? [];
    // ii: wanted and there; hi: there and held at its version
    const dpkgList = (dpkg?.list ?? []).filter(({ value }) => /^[ih]i/u.test(value.status));
    // A Debian host may have rpm as a tool, and the other way round; the manager in use has the longer list.
    const manager = rpmList.length >= dpkgList.length ? 'rpm' : 'dpkg';
    const list = (manager === 'rpm' ? rpmList : dpkgList).map(nameAndVersion);
    const [first] = list;
    if (!first) throw new NotCollectedError('no list of packages is at hand');
    const complete = (manager === 'rpm' ? rpm : dpkg)?.complete ?? false;
    return { manager, byName: firstByName(list), list, complete, source: first.at, entry: first.at.entry };
  },
});

function nameAndVersion({ value, at }: Located<InstalledPackage>): Located<InstalledPackage> {
  return { value: { name: value.name, version: value.version }, at };
}

function firstByName(
  list: readonly Located<InstalledPackage>[],
): ReadonlyMap<string, Located<InstalledPackage>> {
  const byName = new Map<string, Located<InstalledPackage>>();
  for (const found of list) {
    if (!byName.has(found.value.name)) byName.set(found.value.name, found);
  }
  return byName;
}
