import type { Places } from '../../engine/api/index.ts';

/** Where lsof lists the open files of the host. */
export const openFileLists: Places = {
  'client-analyzer': ['lsof.txt'],
  sosreport: ['lsof', 'sos_commands/process/lsof*'],
  supportconfig: ['open-files.txt', 'open_files.txt', '*.txt!#*lsof*'],
  plain: ['lsof', 'lsof.txt', 'lsof_*', 'sos_commands/process/lsof*'],
};
