import { entriesFact, type EntryInfo } from '../../engine/api/index.ts';

const FOLDERS = ['var/log/microsoft/mdatp/**', 'var/opt/microsoft/mdatp/**', 'etc/opt/microsoft/mdatp/**'];

export interface AgentFiles {
  /** The agent's own files that lie in the bundle. */
  readonly entries: readonly EntryInfo[];
}

/** Files of the agent that were collected by their paths on the host. */
export const agentFiles = entriesFact<AgentFiles>({
  name: 'mdatp.agent-files',
  describes: 'Files of the agent in the bundle',
  collect: { title: 'mdatp diagnostic', command: 'sudo mdatp diagnostic create' },
  from: {
    'mdatp-diagnostic': FOLDERS,
    'client-analyzer': FOLDERS.map((folder) => `mde_diagnostic.zip!/${folder}`),
    sosreport: FOLDERS,
    plain: FOLDERS,
  },
  read: (entries): AgentFiles => ({ entries: entries.filter(({ kind }) => kind === 'file').toArray() }),
});
