import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { keyValueLines } from '../key-value.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface ServiceFile {
  /** All settings in the order of the file; a name may stand more than once. */
  readonly settings: readonly Located<{ readonly key: string; readonly value: string }>[];
  readonly execStart: Located<string> | undefined;
  readonly workingDirectory: Located<string> | undefined;
  readonly restart: Located<string> | undefined;
  readonly memoryMax: Located<string> | undefined;
  readonly cpuQuota: Located<string> | undefined;
}

/**
 * The unit file of the service mdatp:
 *
 *   [Service]
 *   WorkingDirectory=/opt/microsoft/mdatp/sbin
 *   ExecStart=/opt/microsoft/mdatp/sbin/wdavdaemon
 */
export const serviceFile = textFact<ServiceFile>({
  name: 'mdatp.service-file',
  describes: 'Unit file of the service mdatp',
  collect: { title: 'unit file of mdatp', command: 'systemctl cat mdatp > service_file.txt' },
  fields: {
    execStart: { type: 'string', describes: 'What is started' },
    workingDirectory: { type: 'string', describes: 'Folder in which it runs' },
    restart: { type: 'string', describes: 'When it is started anew' },
    memoryMax: { type: 'string', describes: 'Most memory that it may take' },
    cpuQuota: { type: 'string', describes: 'Most processor time that it may take' },
  },
  view: { kind: 'fields', title: 'Unit file of mdatp' },
  from: {
    'client-analyzer': ['service_file.txt', 'mdatp.service'],
    sosreport: [
      'etc/systemd/system/mdatp.service',
      'usr/lib/systemd/system/mdatp.service',
      'lib/systemd/system/mdatp.service',
    ],
    supportconfig: ['*.txt!#*/mdatp.service', '*.txt!#*systemctl cat mdatp*'],
    plain: ['service_file.txt', 'mdatp.service', 'systemctl_cat_mdatp*'],
  },
  looksLike: (head) => /^\[Service\]$/mu.test(head) && /^ExecStart=\S*\/wdavdaemon$/mu.test(head),
  parse(entry): ServiceFile {
    refuseFailedCommand(entry);
    const settings = keyValueLines(entry, '=');
    // The last of a name holds.
    const last = (...keys: readonly string[]): Located<string> | undefined => {
      const found = settings.findLast(({ value }) => keys.includes(value.key));
      return found && { value: found.value.value, at: found.at };
    };
    if (!entry.lines().some(({ text }) => /^\s*\[(?:Unit|Service)\]\s*$/u.test(text))) {
      throw new UnreadableError(`${entry.path} is no unit file`);
    }
    return {
      settings,
      execStart: last('ExecStart'),
      workingDirectory: last('WorkingDirectory'),
      restart: last('Restart'),
      memoryMax: last('MemoryMax', 'MemoryLimit'),
      cpuQuota: last('CPUQuota'),
    };
  },
});
