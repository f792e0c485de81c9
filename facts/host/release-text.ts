/** A product and its release, as one line of a release file names them. */
export interface ReleaseText {
  readonly product: string;
  readonly version: string | undefined;
}

// CentOS Linux release 7.9.2009 (Core) · Red Hat Enterprise Linux release 7.5-0.14
const WITH_RELEASE = /\srelease (?<version>\d+(?:\.\d+)*)/u;
// SUSE Linux Enterprise Server 12 (x86_64) · Ubuntu 22.04.3 LTS
const BARE = /\s(?<version>\d+(?:\.\d+)*)(?![\w])/u;

/** Parts a line such as `CentOS Linux release 7.9.2009 (Core)` into product and release. */
export function releaseText(line: string): ReleaseText {
  const text = line.trim();
  const found = WITH_RELEASE.exec(text) ?? BARE.exec(text);
  if (!found) return { product: text.replace(/\s*\(.*$/u, ''), version: undefined };
  return { product: text.slice(0, found.index).trim(), version: found.groups?.['version'] };
}

const IDS: readonly (readonly [RegExp, string])[] = [
  [/^centos stream/iu, 'centos_stream'],
  [/^centos/iu, 'centos'],
  [/^red ?hat enterprise/iu, 'rhel'],
  [/^oracle linux/iu, 'ol'],
  [/^rocky/iu, 'rocky'],
  [/^almalinux/iu, 'almalinux'],
  [/^fedora/iu, 'fedora'],
  [/^amazon linux/iu, 'amzn'],
  [/^suse linux enterprise desktop/iu, 'sled'],
  [/^(?:suse linux enterprise|sles)/iu, 'sles'],
  [/^opensuse/iu, 'opensuse'],
  [/^ubuntu/iu, 'ubuntu'],
  [/^debian/iu, 'debian'],
  [/^scientific linux/iu, 'scientific'],
  [/^(?:cbl-)?mariner/iu, 'mariner'],
  [/^(?:microsoft )?azure linux/iu, 'azurelinux'],
];

/** The id that os-release would give a product; of a product not known here, its name in small letters. */
export function idOfProduct(product: string): string {
  const known = IDS.find(([pattern]) => pattern.test(product));
  return known?.[1] ?? product.trim().toLowerCase().replaceAll(/\s+/gu, '-');
}
