import { textFact, type Line, type Located, type TextEntry } from '../../engine/api/index.ts';
import { NotCollectedError } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface NameServers {
  readonly servers: readonly Located<string>[];
  /** Domains in which names are looked up. */
  readonly domains: readonly Located<string>[];
  /** Whether a server that is not in the list is surely not set. */
  readonly complete: boolean;
  readonly entry: string;
}

/**
 * Name servers that the host asks, of resolv.conf:
 *
 *   search example
 *   nameserver 192.0.2.2
 */
export const nameServers = textFact<NameServers>({
  name: 'network.name-servers',
  describes: 'Name servers that the host asks',
  collect: { title: 'resolv.conf', command: 'cat /etc/resolv.conf > resolv.conf' },
  fields: {
    servers: { type: 'list', items: 'string', describes: 'Addresses of the servers' },
    domains: { type: 'list', items: 'string', describes: 'Domains in which names are looked up' },
  },
  view: { kind: 'fields', title: 'Name servers' },
  identities: ({ domains }) => ({ domain: domains.map(({ value }) => value) }),
  from: places(hostFile('etc/resolv.conf'), {
    'client-analyzer': 'hostname_diagnostics.txt',
    plain: 'hostname_diagnostics.txt',
  }),
  parse(entry): NameServers {
    const lines = resolvConf(entry);
    const servers = lines.flatMap(({ text, at }) => {
      const value = SERVER.exec(text)?.groups?.['address'];
      return value === undefined ? [] : [{ value, at }];
    });
    const domains = lines.flatMap(({ text, at }) => {
      const names = DOMAINS.exec(text)?.groups?.['names']?.trim().split(/\s+/u) ?? [];
      return names.filter((value) => value !== '.').map((value) => ({ value, at }));
    });
    return { servers, domains, complete: !entry.cut, entry: entry.path };
  },
});

// nameserver 2001:db8::53
const SERVER = /^\s{0,9}nameserver\s{1,9}(?<address>[\da-f:.]+(?:%\w+)?)(?:\s|$)/iu;

// search corp.example example · domain corp.example
const DOMAINS = /^\s{0,9}(?:search|domain)\s{1,9}(?<names>\S[^#;]{0,1000})/iu;

// /etc/resolv.conf: · getent hosts web-03:
const HEAD = /^(?:\/etc\/\S+|hostname|getent .{1,80}):(?:\s|$)/u;

/** The file itself, or its part of the client analyzer's file of names. */
function resolvConf(entry: TextEntry): readonly Line[] {
  const lines = entry.lines();
  if (!entry.path.endsWith('hostname_diagnostics.txt')) {
    // A file that was made empty is an answer; a complaint is none.
    if (lines.some(({ text }) => text.trim() !== '')) refuseFailedCommand(entry);
    return lines;
  }
  const start = lines.findIndex(({ text }) => text.startsWith('/etc/resolv.conf:'));
  if (start < 0) throw new NotCollectedError(`${entry.path} does not hold resolv.conf`);
  const behind = lines.slice(start + 1);
  const end = behind.findIndex(({ text }) => HEAD.test(text));
  const part = end < 0 ? behind : behind.slice(0, end);
  if (part.every(({ text }) => text.trim() === '' || /no such file|permission denied/iu.test(text))) {
    throw new NotCollectedError(`${entry.path} does not hold resolv.conf`);
  }
  return part;
}
