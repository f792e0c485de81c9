import { entriesFact, NotCollectedError, type EntryInfo, type EntryPath } from '../../engine/api/index.ts';
import { isPlausible } from './written-time.ts';

export interface OutputTime {
  readonly entry: EntryPath;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface OutputTimes {
  /** Oldest first. */
  readonly outputs: readonly OutputTime[];
}

/** Outputs of commands, which a collector writes anew each time; copies of files keep times of their own. */
const OUTPUTS = [
  'auditd_info.txt',
  'connectivity_test.txt',
  'definitions.txt',
  'disk_usage.txt',
  'dmesg.txt',
  'exclusions.txt',
  'health.txt',
  'mde_directories.txt',
  'meminfo.txt',
  'memory.txt',
  'mount.txt',
  'permissions.txt',
  'process_information.txt',
  'service_status.txt',
  'uname.txt',
] as const;

/** When the outputs of commands were written, as the container says. */
export const outputTimes = entriesFact<OutputTimes>({
  name: 'bundle.output-times',
  describes: 'When the outputs of commands were written',
  from: {
    'client-analyzer': OUTPUTS,
    sosreport: 'sos_commands/**',
    supportconfig: '*.txt',
  },
  read(entries): OutputTimes {
    const outputs = entries
      .map(timeOf)
      .filter((time) => time !== undefined)
      .toArray();
    if (outputs.length === 0) throw new NotCollectedError('no output of a command has a time');
    return { outputs: outputs.sort((a, b) => (a.at < b.at ? -1 : 1)) };
  },
});

function timeOf({ kind, path, modified }: EntryInfo): OutputTime | undefined {
  return kind === 'file' && modified && isPlausible(modified)
    ? { entry: path, at: modified.toISOString() }
    : undefined;
}
