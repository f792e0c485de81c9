import { lineFact, type Located } from '../../engine/api/index.ts';
import { systemLogs } from '../log-places.ts';
import { installStep, type InstallStep } from './install-step.ts';

export interface InstallerMessages {
  /** In the order of their times: rotated logs come in any order. */
  readonly steps: readonly Located<InstallStep>[];
}

/**
 * What the scripts of the package told the host's log:
 *
 *   Mar 14 07:04:43 db-01 microsoft-mdatp-installer[102243]: postinstall end [2026-03-14 07:04:43OURCE +0000] 102216
 */
export const installerMessages = lineFact<Located<InstallStep>[], InstallerMessages>({
  name: 'mdatp.installer-messages',
  describes: 'Steps of installations in the logs of the host',
  collect: {
    title: 'journal of the installer',
    command: "sudo journalctl --no-pager | grep 'microsoft-mdatp' > journalctl_installer.txt",
  },
  fields: {
    steps: {
      type: 'rows',
      describes: 'Scripts that began or ended',
      row: {
        script: { type: 'string', describes: 'Script' },
        phase: { type: 'string', describes: 'Begin or end' },
        time: { type: 'date', describes: 'When' },
      },
    },
  },
  view: { kind: 'table', title: 'Installer in the logs', rows: 'steps' },
  from: systemLogs,
  needles: ['microsoft-mdatp-installer'],
  start: () => [],
  line(steps, line) {
    const step = installStep(line);
    if (step) steps.push(step);
  },
  finish: (steps) => ({ steps: steps.sort(byTime) }),
});

function byTime(a: Located<InstallStep>, b: Located<InstallStep>): number {
  const [first = '', second = ''] = [a.value.time, b.value.time];
  return first < second ? -1 : first > second ? 1 : 0;
}
