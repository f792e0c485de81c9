import { textFact } from '../../engine/api/index.ts';
import { hostFile, places } from '../places.ts';
import { installPathFile, type InstallPath } from './install-path-file.ts';

const TREE = 'opt/microsoft/mdatp/conf/mde_path.json';

/** Below the default place, or a folder up to four levels deep. */
const FILES = [TREE, `*/${TREE}`, `*/*/${TREE}`, `*/*/*/${TREE}`, `*/*/*/*/${TREE}`];

/** The copy of the path that the installation keeps in its own folder; it takes over where the first is broken. */
export const installPathCopy = textFact<InstallPath>({
  name: 'mdatp.install-path-copy',
  describes: "The installation's own copy of its path",
  collect: {
    title: 'copy of mde_path.json',
    command: 'sudo tar czf mde-conf.tar.gz /opt/microsoft/mdatp/conf/',
  },
  fields: {
    path: { type: 'string', describes: 'Folder of the installation' },
    syntaxError: { type: 'string', describes: 'What is wrong with the JSON' },
  },
  view: { kind: 'fields', title: 'Path of the installation, second copy' },
  from: places(hostFile(...FILES), { plain: 'conf/mde_path.json' }),
  parse: installPathFile,
});
