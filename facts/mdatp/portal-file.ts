import { textFact } from '../../engine/api/index.ts';
import { hostFile } from '../places.ts';
import { readManagedFile, type ManagedFile } from './managed-file.ts';

/** The settings that the portal handed to the agent of an attached host; the form is that of mdatp_managed.json. */
export const portalFile = textFact<ManagedFile>({
  name: 'mdatp.portal-file',
  describes: 'Settings of the portal in mdeattach_managed.json',
  collect: {
    title: 'mdeattach_managed.json',
    command: 'sudo cat /etc/opt/microsoft/mdatp/managed/mdeattach_managed.json > mdeattach_managed.json',
  },
  fields: { syntaxError: { type: 'string', describes: 'What is wrong with the JSON' } },
  view: { kind: 'fields', title: 'mdeattach_managed.json' },
  from: hostFile('etc/opt/microsoft/mdatp/managed/mdeattach_managed.json'),
  parse: readManagedFile,
});
