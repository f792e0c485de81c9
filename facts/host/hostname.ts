import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { hostFile, places } from '../places.ts';

/** The host's name: the first line of /etc/hostname or of `hostname`. */
export const hostname = textFact<{ readonly name: Located<string> }>({
  name: 'host.hostname',
  describes: 'Name of the host',
  collect: { title: 'hostname', command: 'hostname > hostname' },
  fields: { name: { type: 'string', describes: 'Name of the host' } },
  view: { kind: 'fields', title: 'Host name' },
  from: places({ sosreport: ['hostname', 'sos_commands/host/hostname'] }, hostFile('etc/hostname'), {
    supportconfig: ['*.txt!#*hostname'],
    plain: ['hostname', 'hostname.txt'],
  }),
  parse(entry) {
    refuseFailedCommand(entry);
    for (const { text, at } of entry.lines()) {
      const name = text.trim();
      if (/^[\w.-]{1,253}$/u.test(name)) return { name: { value: name, at } };
    }
    throw new UnreadableError(`${entry.path} holds no host name`);
  },
});
