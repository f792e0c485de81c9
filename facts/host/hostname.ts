import { NotCollectedError, textFact, type Located, type TextEntry } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

export interface Hostname {
  readonly name: Located<string>;
}

/** The name of the host, alone on its line, maybe below a heading that names the command. */
export const hostname = textFact<Hostname>({
  name: 'host.hostname',
  describes: 'Name of the host',
  collect: { title: 'hostname', command: 'hostname > hostname' },
  fields: { name: { type: 'string', describes: 'Name of the host' } },
  view: { kind: 'fields', title: 'Host name' },
  identities: ({ name }) => ({ host: [name.value] }),
  from: places(
    { sosreport: ['sos_commands/host/hostname', 'hostname'], 'client-analyzer': 'hostname_diagnostics.txt' },
    hostFile('etc/hostname'),
    {
      supportconfig: ['*.txt!#/etc/HOSTNAME', '*.txt!#*hostname'],
      plain: ['hostname.txt', 'hostname_diagnostics.txt'],
    },
  ),
  parse(entry): Hostname {
    refuseFailedCommand(entry);
    const name = firstName(entry);
    if (!name) throw new NotCollectedError(`${entry.path} holds no host name`);
    return { name };
  },
});

/** Lines that are looked at: what comes later is of other commands. */
const LINES_LOOKED_AT = 10;

// web-03.example
const NAME = /^[A-Za-z0-9][\w.-]{0,252}$/u;
// hostname · $ hostname · hostname -f:
const HEADING = /^(?:[$#] ?)?(?:\/\S*\/)?hostname(?:ctl)?(?: -\w)?:?$/iu;
// hostname: web-03.example · Static hostname: web-03.example
const LABELLED = /^(?:static )?host ?name: *(?<name>\S+)$/iu;

function firstName(entry: TextEntry): Located<string> | undefined {
  for (const { text, at } of entry.lines().slice(0, LINES_LOOKED_AT)) {
    const line = text.trim();
    const name = LABELLED.exec(line)?.groups?.['name'] ?? line;
    if (!HEADING.test(name) && NAME.test(name)) return { value: name, at };
  }
  return undefined;
}
