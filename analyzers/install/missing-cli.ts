import { cannotTell, cite, citeAbsence, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { cli } from '../../facts/mdatp/cli.ts';
import { directories, type Directories } from '../../facts/mdatp/directories.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** Folder of the program that /usr/bin/mdatp leads to. */
const SBIN = '/opt/microsoft/mdatp/sbin';
const CLIENT = `${SBIN}/wdavdaemonclient`;

export const missingCli = defineAnalyzer({
  id: 'install/missing-cli',
  title: 'Command mdatp missing',
  why: 'Health, settings and diagnostics of the agent are reached by this command; the protection itself goes on.',
  severity: 'low',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { cli: optional(cli), listed: optional(directories), agent: optional(agent) },
  messages: {
    notFound: 'The agent is installed and the command mdatp is not found: {complaint}',
    noClient: 'The folder of the daemon does not hold wdavdaemonclient, which the command mdatp leads to',
  },
  remediation: {
    steps: [
      'Look whether the program of the command is there.',
      'Make the link anew where only the link is gone; install the package anew where the program is gone.',
    ],
    commands: [
      { command: `ls -l ${CLIENT} /usr/bin/mdatp`, risk: 'safe' },
      { command: `sudo ln -sf ${CLIENT} /usr/bin/mdatp`, risk: 'changes-host' },
    ],
    links: [links.cliTrouble],
  },
  sources: [{ document: 'linux-support-install', date: '2025-01' }],
  because: [{ of: 'install/unfinished-installation' }, { of: 'install/half-installed-package' }],

  evaluate({ cli: command, listed, agent: installed }) {
    const folder = listed?.folders.find(({ value }) => value === SBIN);
    if (folder && !hasClient(listed)) {
      const evidence = [citeAbsence(CLIENT, [folder.at.entry]), cite(folder, 'context')] as const;
      return [{ message: 'noClient', evidence }];
    }
    if (command?.listed) return [];
    if (command?.missing) {
      const proof = installed?.installed === 'yes' ? installed.proof : undefined;
      if (!proof) return cannotTell('Whether the agent is installed is not in the bundle.');
      const evidence = [cite(command.missing), cite(proof, 'context')] as const;
      const params = { complaint: command.missing.value };
      return [{ message: 'notFound', params, evidence, identity: [] }];
    }
    return folder ? [] : cannotTell('Nothing tells whether the command is there.', { cli });
  },
});

function hasClient(listed: Directories | undefined): boolean {
  return listed?.files.some(({ value }) => value.path === CLIENT) ?? false;
}
