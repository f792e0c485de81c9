import { textFact, UnreadableError, type Located } from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

export interface SystemdUnitFile {
  readonly unit: string;
  /** `enabled`, `disabled`, `masked`, `static` … */
  readonly state: string;
}

export interface SystemdUnitFiles {
  readonly unitFiles: readonly Located<SystemdUnitFile>[];
}

// auditd.service   enabled   enabled
const ROW =
  /^(?<unit>\S+\.[a-z]+)\s+(?<state>enabled|enabled-runtime|disabled|static|masked|masked-runtime|indirect|alias|generated|transient|linked|linked-runtime|bad|invalid)(?:\s+\S+)?$/u;

/**
 * The unit files of the host and whether they are enabled:
 *
 *   UNIT FILE        STATE     PRESET
 *   auditd.service   enabled   enabled
 */
export const systemdUnitFiles = textFact<SystemdUnitFiles>({
  name: 'systemd.unit-files',
  describes: 'Unit files of systemd, with their states',
  collect: {
    title: 'systemctl list-unit-files',
    command: 'systemctl list-unit-files --no-pager > systemctl_list-unit-files.txt',
  },
  fields: {
    unitFiles: {
      type: 'rows',
      describes: 'Unit files, in the order of the list',
      row: {
        unit: { type: 'string', describes: 'Name, as auditd.service' },
        state: { type: 'string', describes: 'Whether it starts with the system' },
      },
    },
  },
  view: { kind: 'table', title: 'Unit files', rows: 'unitFiles' },
  from: {
    sosreport: ['sos_commands/systemd/systemctl_list-unit-files*'],
    supportconfig: ['systemd.txt!#*list-unit-files*'],
    plain: ['systemctl_list-unit-files*', 'systemctl-list-unit-files*', 'list-unit-files.txt'],
  },
  looksLike: (head) => /^\s*UNIT FILE\s+STATE(?:\s+(?:VENDOR )?PRESET)?\s*$/mu.test(head.slice(0, 500)),
  parse(entry): SystemdUnitFiles {
    refuseFailedCommand(entry);
    const unitFiles: Located<SystemdUnitFile>[] = [];
    for (const { text, at } of entry.lines()) {
      const row = ROW.exec(text.trim())?.groups;
      if (row) unitFiles.push({ value: { unit: row['unit'] ?? '', state: row['state'] ?? '' }, at });
    }
    if (unitFiles.length === 0) throw new UnreadableError(`${entry.path} lists no unit files`);
    return { unitFiles };
  },
});
