import { derivedFact, NotCollectedError, optional, versionParts, type Located } from '../../engine/api/index.ts';
import { osRelease, type OsRelease } from './os-release.ts';
import { releaseFile, type ReleaseFile } from './release-file.ts';

export interface Distribution {
  /** As os-release writes it; `centos_stream` for CentOS Stream. */
  readonly id: Located<string>;
  /** The most exact release number at hand. */
  readonly version: Located<string> | undefined;
  /** Name and release for people. */
  readonly name: Located<string>;
  readonly idLike: Located<string> | undefined;
  /** The VERSION line, which says LTS where it is one. */
  readonly versionText: Located<string> | undefined;
  readonly family: 'rpm' | 'deb' | 'other';
  readonly major: number | undefined;
  readonly minor: number | undefined;
}

/** Which distribution in which release, from os-release and the release files together. */
export const distribution = derivedFact({
  name: 'host.distribution',
  describes: 'Distribution and release of the host',
  collect: { title: 'os-release', command: 'cat /etc/os-release > os-release' },
  fields: {
    id: { type: 'string', describes: 'Short name' },
    version: { type: 'version', describes: 'Release number' },
    name: { type: 'string', describes: 'Name and release' },
    idLike: { type: 'string', describes: 'Distributions that it derives from' },
    versionText: { type: 'string', describes: 'Release with its name' },
  },
  view: { kind: 'fields', title: 'Distribution' },
  needs: { os: optional(osRelease), release: optional(releaseFile) },
  derive({ os, release }): Distribution {
    const id = idOf(os, release);
    if (!id) throw new NotCollectedError('neither os-release nor a release file names the distribution');
    const version = versionOf(os, release);
    const [major, minor] = version ? versionParts(version.value) : [];
    const title = os?.name?.value ?? release?.product.value ?? id.value;
    return {
      id,
      version,
      name: { value: version ? `${title} ${version.value}` : title, at: (os?.pretty_name ?? id).at },
      idLike: os?.id_like,
      versionText: os?.version,
      family: familyOf(id.value, os?.id_like?.value ?? ''),
      major,
      minor,
    };
  },
});

// Products of the release files, each before those that its name is part of.
const PRODUCTS: readonly (readonly [RegExp, string])[] = [
  [/^centos stream/iu, 'centos_stream'],
  [/^centos/iu, 'centos'],
  [/^red hat enterprise linux/iu, 'rhel'],
  [/^oracle/iu, 'ol'],
  [/^rocky/iu, 'rocky'],
  [/^alma/iu, 'almalinux'],
  [/^fedora/iu, 'fedora'],
  [/^amazon/iu, 'amzn'],
  [/^suse linux enterprise server/iu, 'sles'],
];

function idOf(os: OsRelease | undefined, release: ReleaseFile | undefined): Located<string> | undefined {
  if (os?.id) {
    const id = os.id.value.toLowerCase();
    const isStream = id === 'centos' && /stream/iu.test(os.name?.value ?? '');
    return { value: isStream ? 'centos_stream' : id === 'sles_sap' ? 'sles' : id, at: os.id.at };
  }
  const product = release?.product;
  const known = PRODUCTS.find(([pattern]) => pattern.test(product?.value ?? ''));
  return product && known ? { value: known[1], at: product.at } : undefined;
}

/** The release file has the minor where os-release has only the major. */
function versionOf(os: OsRelease | undefined, release: ReleaseFile | undefined): Located<string> | undefined {
  const written = os?.version_id;
  const exact = release?.version;
  if (!written || !exact) return written ?? exact;
  return exact.value.startsWith(`${written.value}.`) ? exact : written;
}

function familyOf(id: string, like: string): Distribution['family'] {
  const names = [id, ...like.split(/\s+/u)];
  if (names.some((name) => name === 'debian' || name === 'ubuntu')) return 'deb';
  const rpm = ['rhel', 'centos', 'centos_stream', 'fedora', 'ol', 'rocky', 'almalinux', 'amzn', 'sles', 'suse', 'mariner', 'azurelinux'];
  return names.some((name) => rpm.includes(name)) ? 'rpm' : 'other';
}
