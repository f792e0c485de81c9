import { cannotTell, cite, compareVersions, defineAnalyzer, isVersion } from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { definitionsPlace } from '../../facts/mdatp/definitions-place.ts';
import { hasOption } from '../../facts/storage/mount-holding.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** From here on definitions move below /opt where /var allows no programs (linux-whatsnew, 2024-11). */
const FIRST_THAT_MOVES = '101.24092.0002';

export const noexecDefinitions = defineAnalyzer({
  id: 'filesystem/noexec-definitions',
  title: 'Definitions on a mount that allows no programs',
  why: 'The engine is loaded from its definitions; on a noexec mount it is not, and the antivirus does not start.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { installed: agent, place: definitionsPlace },
  messages: {
    noexec:
      '{target}, which holds the definitions, is mounted noexec; agent {version} needs to run them there',
  },
  remediation: {
    steps: [
      'Update the agent to 101.24092.0002 or later, which keeps definitions below /opt on such a host.',
      'Or mount the file system with exec, and take noexec out of /etc/fstab.',
      'Update the definitions afterwards and look at engine_load_status.',
    ],
    commands: [
      { command: 'findmnt --target /var/opt/microsoft/mdatp', risk: 'safe' },
      { command: 'sudo mount -o remount,exec /var', risk: 'changes-host' },
    ],
    links: [links.whatsNew],
  },
  sources: [{ document: 'linux-whatsnew', date: '2025-01' }],

  evaluate({ installed, place: { mount } }) {
    if (!hasOption(mount.value, 'noexec')) return [];
    const { version } = installed;
    if (!version || !isVersion(version.value)) {
      return cannotTell('The version of the agent is not in the bundle.', { agent });
    }
    if (compareVersions(version.value, FIRST_THAT_MOVES) >= 0) return [];
    const { target } = mount.value;
    const evidence = [cite(mount), cite(version, 'conflicts-with')] as const;
    return [{ message: 'noexec', params: { target, version: version.value }, evidence, identity: [target] }];
  },
});
