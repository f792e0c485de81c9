import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { directories } from '../../facts/mdatp/directories.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

const DAEMON = '/opt/microsoft/mdatp/sbin/wdavdaemon';

export const daemonNotExecutable = defineAnalyzer({
  id: 'install/daemon-not-executable',
  title: 'Daemon without execute permission',
  why: 'The service cannot start a daemon that may not be executed, so nothing of the agent runs.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { listed: directories },
  messages: { notExecutable: '{path} has mode {mode}' },
  remediation: {
    steps: ['Give the daemon its execute permission back.', 'Restart the service and look at its status.'],
    commands: [
      { command: `sudo chmod 0755 ${DAEMON}`, risk: 'changes-host' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.serviceTrouble],
  },
  sources: [
    { document: 'microsoft-defender-endpoint-linux', date: '2024-02' },
    { document: 'linux-support-install', date: '2025-01' },
  ],

  evaluate({ listed }) {
    // Installed to another folder it lies below that, in a tree of the same names.
    const daemon = listed.files.find(({ value }) => value.path.endsWith(DAEMON));
    if (!daemon) return cannotTell(`${DAEMON} is not in the list of files.`);
    const { mode, path } = daemon.value;
    // A link has no mode of its own.
    if (!mode.startsWith('-')) return cannotTell(`The mode of ${DAEMON} is not in the list.`);
    const executable = [3, 6, 9].every((index) => /[xst]/u.test(mode[index] ?? ''));
    return executable
      ? []
      : [{ message: 'notExecutable', params: { path, mode }, evidence: [cite(daemon)], identity: [] }];
  },
});
