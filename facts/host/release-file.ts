import {
  NotCollectedError,
  textFact,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';
import { releaseText } from './release-text.ts';

export interface ReleaseFile {
  /** The line that names product and release. */
  readonly text: Located<string>;
  readonly product: Located<string>;
  readonly version: Located<string> | undefined;
}

/** A clone of a distribution keeps the file of its model beside its own, so the clone's comes first. */
const FILES = ['oracle', 'centos', 'rocky', 'almalinux', 'fedora', 'redhat', 'system', 'SuSE', 'lsb'].map(
  (name) => `${name}-release`,
);

/**
 * The release file, which hosts without os-release have, and which names the minor release of others:
 *
 *   CentOS Linux release 7.9.2009 (Core)
 */
export const releaseFile = textFact<ReleaseFile>({
  name: 'host.release-file',
  describes: 'Product and release by the release file of the distribution',
  collect: { title: 'redhat-release', command: 'cat /etc/redhat-release > redhat-release' },
  fields: {
    text: { type: 'string', describes: 'Line of the file' },
    product: { type: 'string', describes: 'Product' },
    version: { type: 'version', describes: 'Release' },
  },
  view: { kind: 'fields', title: 'Release file' },
  from: places(hostFile(...FILES.map((file) => `etc/${file}`)), {
    'client-analyzer': FILES,
    sosreport: ['sos_commands/lsbrelease/lsb_release_-a', 'lsb-release'],
    plain: ['redhat-release.txt', 'centos-release.txt', 'redhat_release', 'lsb_release_-a'],
  }),
  looksLike: (head) => {
    const text = head.trim();
    return text.length < 120 && /^[A-Z][A-Za-z ]{3,60} release \d+(?:\.\d+)*(?: [^\n]*)?$/u.test(text);
  },
  parse(entry): ReleaseFile {
    refuseFailedCommand(entry);
    const found = suseRelease(entry) ?? lsbRelease(entry) ?? firstLine(entry);
    if (!found) throw new NotCollectedError(`${entry.path} names no release`);
    return found;
  },
});

// VERSION = 12
// PATCHLEVEL = 5
const SUSE_PART = /^(?<key>VERSION|PATCHLEVEL)\s*=\s*(?<value>\d+(?:\.\d+)*)\s*$/u;

function suseRelease(entry: TextEntry): ReleaseFile | undefined {
  const [first] = entry.lines();
  if (!first || !/suse/iu.test(first.text)) return undefined;
  const parts = new Map<string, Located<string>>();
  for (const { text, at } of entry.lines()) {
    const { key, value } = SUSE_PART.exec(text)?.groups ?? {};
    if (key && value) parts.set(key, { value, at });
  }
  const version = parts.get('VERSION');
  if (!version) return undefined;
  const patch = parts.get('PATCHLEVEL');
  if (!patch || version.value.includes('.')) return { ...released(first), version };
  return { ...released(first), version: { value: `${version.value}.${patch.value}`, at: version.at } };
}

// DISTRIB_DESCRIPTION="Ubuntu 22.04.3 LTS"
// Description:    Red Hat Enterprise Linux Server release 6.7 (Santiago)
const DESCRIPTION = /^(?:DISTRIB_DESCRIPTION=|Description:)\s*"?(?<text>[^"]+)/u;

function lsbRelease(entry: TextEntry): ReleaseFile | undefined {
  for (const { text, at } of entry.lines()) {
    const description = DESCRIPTION.exec(text)?.groups?.['text'];
    if (description) return released({ text: description, at });
  }
  return undefined;
}

function firstLine(entry: TextEntry): ReleaseFile | undefined {
  const line = entry.lines().find(({ text }) => /^[A-Za-z]/u.test(text.trim()));
  // LSB_VERSION=base-4.0-amd64: a file that names the standard, not the distribution
  return line && !/^[\w-]+\s*[=:]/u.test(line.text) ? released(line) : undefined;
}

function released({ text, at }: Line): ReleaseFile {
  const { product, version } = releaseText(text);
  return {
    text: { value: text.trim(), at },
    product: { value: product, at },
    version: version === undefined ? undefined : { value: version, at },
  };
}
