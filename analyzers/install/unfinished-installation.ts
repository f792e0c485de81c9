import { cannotTell, cite, defineAnalyzer, optional, type Located } from '../../engine/api/index.ts';
import { installLog, type InstallStep } from '../../facts/mdatp/install-log.ts';
import { installerMessages } from '../../facts/mdatp/installer-messages.ts';
import { links } from '../links.ts';

export const unfinishedInstallation = defineAnalyzer({
  id: 'install/unfinished-installation',
  title: 'Installation that did not end',
  why: 'What the last script of the package does (user, service, settings) is missing or half done.',
  severity: 'high',
  confidence: 'likely',
  needs: { log: optional(installLog), messages: optional(installerMessages) },
  messages: {
    unfinished: 'The installation that began at {time} did not come to the end of its last script',
  },
  remediation: {
    steps: [
      'Read the log behind the line shown for the command that failed.',
      'Remove the cause: packages that are missing, no space left, a user that could not be made.',
      'Install the package again and look for "postinstall end" in the log.',
    ],
    commands: [
      { command: 'sudo tail -n 50 /var/log/microsoft/mdatp/install.log', risk: 'safe' },
      { command: "sudo journalctl --no-pager | grep 'microsoft-mdatp'", risk: 'safe' },
    ],
    links: [links.installVerification],
  },
  sources: [{ document: 'linux-support-install', date: '2025-01' }],
  because: [
    { of: 'filesystem/noexec-tmp' },
    { of: 'install/installer-errors' },
    { of: 'install/missing-rpm-dependencies' },
    { of: 'install/missing-deb-dependencies' },
    { of: 'install/missing-rhel6-dependencies' },
    { of: 'sizing/var-nearly-full' },
  ],

  evaluate({ log, messages }) {
    if (log && !log.complete) return cannotTell('The end of install.log is not in the bundle.');
    const steps = log?.steps ?? messages?.steps ?? [];
    const last = steps.at(-1);
    if (!last) return cannotTell('No log of an installation is in the bundle.', { installLog });
    const began = beginOfLast(steps);
    if (!began) return [];
    const time = began.value.time ?? 'an unknown time';
    const evidence =
      began === last ? ([cite(began)] as const) : ([cite(began), cite(last, 'context')] as const);
    return [{ message: 'unfinished', params: { time }, evidence, identity: [time] }];
  },
});

/** Where the last installation began; undefined where its last script ended, or where no installation is told of. */
function beginOfLast(steps: readonly Located<InstallStep>[]): Located<InstallStep> | undefined {
  const lastEnd = steps.findLastIndex(({ value }) => value.script === 'postinstall' && value.phase === 'end');
  return steps.slice(lastEnd + 1).findLast(isBegin) ?? undefined;
}

/** The scripts of a removal tell of no installation. */
function isBegin({ value }: Located<InstallStep>): boolean {
  return value.phase === 'begin' && (value.script === 'preinstall' || value.script === 'postinstall');
}
