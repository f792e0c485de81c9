import { textFact, UnreadableError, type Located, type TextEntry } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { keyValueLines } from '../key-value.ts';
import { hostFile, places } from '../places.ts';

const text = (describes: string) => ({ type: 'string', describes }) as const;

const osReleaseFields = {
  id: text('Id of the distribution'),
  name: text('Name of the distribution'),
  version_id: { type: 'version', describes: 'Release; some distributions write its major part only' },
  version: text('Release as people write it'),
  id_like: text('Ids of distributions that it derives from'),
  pretty_name: text('Name and release as people write them'),
  variant_id: text('Id of the variant'),
  cpe_name: text('Name in the list of platforms'),
} as const;

/** Values by the names of the file in small letters, without their quotes; an empty value counts as missing. */
export type OsRelease = Readonly<Record<keyof typeof osReleaseFields, Located<string> | undefined>>;

/**
 * What the distribution says of itself, as assignments of a shell:
 *
 *   NAME="CentOS Linux"
 *   VERSION_ID="7"
 *   ID="centos"
 */
export const osRelease = textFact<OsRelease>({
  name: 'host.os-release',
  describes: 'Name and release of the distribution',
  collect: { title: 'os-release', command: 'cat /etc/os-release > os-release' },
  fields: osReleaseFields,
  view: { kind: 'fields', title: 'Distribution by os-release' },
  from: places(
    { 'client-analyzer': 'os-release', supportconfig: 'basic-environment.txt!#*/etc/os-release' },
    hostFile('etc/os-release', 'usr/lib/os-release'),
    { plain: ['os-release.txt', 'os_release', 'os_release.txt'] },
  ),
  looksLike: (head) => /^ID=/mu.test(head) && /^(?:NAME|VERSION_ID)=/mu.test(head),
  parse(entry): OsRelease {
    refuseFailedCommand(entry);
    const values = assignments(entry);
    const names = Object.keys(osReleaseFields);
    if (!values.has('id') && !values.has('name')) {
      throw new UnreadableError(`${entry.path} names no distribution`);
    }
    // The table that names the fields also types them.
    return Object.fromEntries(names.map((name) => [name, values.get(name)])) as OsRelease;
  },
});

/** As in a shell, the last assignment counts. */
function assignments(entry: TextEntry): ReadonlyMap<string, Located<string>> {
  const values = new Map<string, Located<string>>();
  for (const { value: pair, at } of keyValueLines(entry, '=')) {
    const value = unquoted(pair.value);
    if (value !== '') values.set(pair.key.toLowerCase(), { value, at });
  }
  return values;
}

/** As a shell reads it: quotes go, and within double quotes a backslash takes the next character as it is. */
function unquoted(text: string): string {
  const quote = text[0];
  if ((quote !== '"' && quote !== "'") || text.length < 2 || !text.endsWith(quote)) return text;
  const inner = text.slice(1, -1);
  return quote === '"' ? inner.replaceAll(/\\(.)/gu, '$1') : inner;
}
