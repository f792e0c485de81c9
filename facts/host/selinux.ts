import { textFact, UnreadableError, type Located, type TextEntry } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { keyValueLines } from '../key-value.ts';
import { hostFile, places } from '../places.ts';

export interface Selinux {
  /** `enforcing`, `permissive` or `disabled`; where only the settings are at hand, what they ask for. */
  readonly mode: Located<string>;
  readonly policy: Located<string> | undefined;
  /** Whether the mode is that of the running system, and not only what the settings ask for. */
  readonly isCurrent: boolean;
}

/**
 * Whether SELinux forbids or only reports, from sestatus, getenforce or the settings:
 *
 *   SELinux status:                 enabled
 *   Current mode:                   enforcing
 *
 *   SELINUX=enforcing
 */
export const selinux = textFact<Selinux>({
  name: 'host.selinux',
  describes: 'State of SELinux',
  collect: { title: 'sestatus', command: 'sestatus > sestatus.txt' },
  fields: {
    mode: { type: 'string', describes: 'Mode', oneOf: ['enforcing', 'permissive', 'disabled'] },
    policy: { type: 'string', describes: 'Name of the policy' },
  },
  view: { kind: 'fields', title: 'SELinux' },
  from: places(
    {
      'client-analyzer': 'sestatus.txt',
      sosreport: ['sos_commands/selinux/sestatus*'],
      supportconfig: ['security-selinux.txt!#*sestatus*', 'security-selinux.txt!#*/selinux/config'],
      plain: ['sestatus.txt', 'sestatus*', 'getenforce*'],
    },
    hostFile('etc/selinux/config'),
  ),
  looksLike: (head) => /^SELinux status:\s+(?:enabled|disabled)/u.test(head),
  parse(entry): Selinux {
    refuseFailedCommand(entry);
    const found = byStatus(entry) ?? bySettings(entry) ?? byWord(entry);
    if (!found) throw new UnreadableError(`${entry.path} tells no state of SELinux`);
    return found;
  },
});

function byStatus(entry: TextEntry): Selinux | undefined {
  const values = new Map(
    keyValueLines(entry, ':').map(({ value, at }) => [value.key, { value: value.value, at }]),
  );
  const status = values.get('SELinux status');
  if (!status) return undefined;
  const mode = values.get('Current mode') ?? status;
  return {
    mode,
    policy: values.get('Loaded policy name') ?? values.get('Policy from config file'),
    isCurrent: true,
  };
}

function bySettings(entry: TextEntry): Selinux | undefined {
  const values = new Map(
    keyValueLines(entry, '=').map(({ value, at }) => [value.key, { value: value.value.toLowerCase(), at }]),
  );
  const mode = values.get('SELINUX');
  return mode && { mode, policy: values.get('SELINUXTYPE'), isCurrent: false };
}

/** The one word that getenforce prints. */
function byWord(entry: TextEntry): Selinux | undefined {
  const line = entry.lines().find(({ text }) => /^(?:Enforcing|Permissive|Disabled)\s*$/u.test(text));
  return (
    line && {
      mode: { value: line.text.trim().toLowerCase(), at: line.at },
      policy: undefined,
      isCurrent: true,
    }
  );
}
