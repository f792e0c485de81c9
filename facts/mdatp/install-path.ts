import { textFact } from '../../engine/api/index.ts';
import { hostFile } from '../places.ts';
import { installPathFile, type InstallPath } from './install-path-file.ts';

export type { InstallPath } from './install-path-file.ts';

/**
 * Where the agent is installed, where that is not the default place:
 *
 *   {"path": "/data/microsoft_mdatp"}
 */
export const installPath = textFact<InstallPath>({
  name: 'mdatp.install-path',
  describes: 'Folder that the agent was installed to',
  collect: {
    title: 'mde_path.json',
    command: 'sudo cat /etc/opt/microsoft/mdatp/mde_path.json > mde_path.json',
  },
  fields: {
    path: { type: 'string', describes: 'Folder of the installation' },
    syntaxError: { type: 'string', describes: 'What is wrong with the JSON' },
  },
  view: { kind: 'fields', title: 'Path of the installation' },
  from: hostFile('etc/opt/microsoft/mdatp/mde_path.json'),
  parse: installPathFile,
});
