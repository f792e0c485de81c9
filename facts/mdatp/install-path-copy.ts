import { textFact } from '../../engine/api/index.ts';
import { installPathFile, type InstallPath } from './install-path-file.ts';

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
  from: {
    'client-analyzer': [
      'mde_diagnostic.zip!/opt/microsoft/mdatp/conf/mde_path.json',
      'mde_diagnostic.zip!/**/mdatp/conf/mde_path.json',
    ],
    'mdatp-diagnostic': ['opt/microsoft/mdatp/conf/mde_path.json', '**/mdatp/conf/mde_path.json'],
    sosreport: ['opt/microsoft/mdatp/conf/mde_path.json', '**/mdatp/conf/mde_path.json'],
    plain: ['opt/microsoft/mdatp/conf/mde_path.json', '**/mdatp/conf/mde_path.json', 'conf/mde_path.json'],
  },
  parse: installPathFile,
});
