import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { keyValueLines } from '../key-value.ts';
import { hostFile, places } from '../places.ts';

export interface OsRelease {
  readonly id: Located<string> | undefined;
  readonly name: Located<string> | undefined;
  readonly version_id: Located<string> | undefined;
  readonly version: Located<string> | undefined;
  readonly id_like: Located<string> | undefined;
  readonly pretty_name: Located<string> | undefined;
  readonly variant_id: Located<string> | undefined;
}

/**
 * What the distribution says of itself:
 *
 *     NAME="Ubuntu"
 *     VERSION_ID="22.04"
 */
export const osRelease = textFact<OsRelease>({
  name: 'host.os-release',
  describes: 'What the distribution says of itself in os-release',
  collect: { title: 'os-release', command: 'cat /etc/os-release > os-release' },
  fields: {
    id: { type: 'string', describes: 'Short name of the distribution' },
    name: { type: 'string', describes: 'Name of the distribution' },
    version_id: { type: 'version', describes: 'Release number' },
    version: { type: 'string', describes: 'Release with its name' },
    id_like: { type: 'string', describes: 'Distributions that it derives from' },
    pretty_name: { type: 'string', describes: 'Name for people' },
    variant_id: { type: 'string', describes: 'Edition' },
  },
  view: { kind: 'fields', title: 'Distribution' },
  from: places(hostFile('etc/os-release', 'usr/lib/os-release'), {
    'client-analyzer': ['os-release', 'os_release.txt'],
    plain: ['os-release.txt', 'os_release', 'os-release*', 'etc-os-release'],
  }),
  looksLike: (head) => /^ID=["']?[a-z]/mu.test(head) && /^(?:PRETTY_)?NAME=/mu.test(head),
  parse(entry) {
    refuseFailedCommand(entry);
    const values = new Map<string, Located<string>>();
    for (const { value, at } of keyValueLines(entry, '=')) {
      values.set(value.key.toLowerCase(), { value: unquoted(value.value), at });
    }
    if (!values.has('id') && !values.has('name')) throw new UnreadableError(`${entry.path} names no distribution`);
    return {
      id: values.get('id'),
      name: values.get('name'),
      version_id: values.get('version_id'),
      version: values.get('version'),
      id_like: values.get('id_like'),
      pretty_name: values.get('pretty_name'),
      variant_id: values.get('variant_id'),
    };
  },
});

function unquoted(text: string): string {
  const quote = text[0];
  return (quote === '"' || quote === "'") && text.endsWith(quote) && text.length > 1 ? text.slice(1, -1) : text;
}
