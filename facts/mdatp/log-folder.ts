import { derivedFact, NotCollectedError, optional, type Place } from '../../engine/api/index.ts';
import { agentFiles, type AgentFiles } from './agent-files.ts';
import { directories, type Directories } from './directories.ts';

export interface LogFolder {
  /** Bytes of all logs together. */
  readonly bytes: number;
  readonly files: number;
  /** The largest of them, largest first, at most five. */
  readonly largest: readonly { readonly path: string; readonly bytes: number; readonly at: Place }[];
}

const FOLDER = '/var/log/microsoft/mdatp/';
const SHOWN = 5;

/** How much the agent's logs take, by a list of its folders or by the logs in the bundle. */
export const logFolder = derivedFact({
  name: 'mdatp.log-folder',
  describes: 'Size of the logs of the agent',
  collect: {
    title: 'ls -lR of the agent',
    command: 'sudo ls -lR /var/log/microsoft > mde_directories.txt',
  },
  needs: { listed: optional(directories), collected: optional(agentFiles) },
  derive({ listed, collected }): LogFolder {
    const logs = (listed && byListing(listed)) ?? (collected && byEntries(collected));
    if (!logs) throw new NotCollectedError('no log of the agent is listed');
    const largest = [...logs].sort((a, b) => b.bytes - a.bytes).slice(0, SHOWN);
    return { bytes: logs.reduce((sum, { bytes }) => sum + bytes, 0), files: logs.length, largest };
  },
});

type Logs = LogFolder['largest'];

function byListing({ files, folders }: Directories): Logs | undefined {
  if (!folders.some(({ value }) => `${value}/` === FOLDER)) return undefined;
  return files
    .filter(({ value }) => value.mode.startsWith('-') && value.path.startsWith(FOLDER))
    .map(({ value, at }) => ({ path: value.path, bytes: value.size, at }));
}

/** The agent's own archive holds its logs whole. */
function byEntries({ entries }: AgentFiles): Logs | undefined {
  const logs = entries.filter(({ path }) => `/${path}`.includes(FOLDER));
  if (logs.length === 0) return undefined;
  return logs.map(({ path, size }) => ({ path, bytes: size, at: { entry: path } }));
}
