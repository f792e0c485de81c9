import { cannotTell, cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { cloudInstances } from '../../facts/host/cloud-instance.ts';
import { agentFiles, type AgentFiles } from '../../facts/mdatp/agent-files.ts';
import { installLog } from '../../facts/mdatp/install-log.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

const DAY = 24 * 60 * 60 * 1000;

export const goldenImage = defineAnalyzer({
  id: 'performance/golden-image',
  title: 'Image captured from an onboarded host',
  why: 'All machines of such an image have one identity, and the portal shows them as one device.',
  severity: 'medium',
  confidence: 'possible',
  applies: [agentPresent],
  needs: { machines: cloudInstances, files: optional(agentFiles), log: optional(installLog) },
  messages: {
    onboarded:
      'The agent was onboarded on {onboarded}, before this machine was first started ({booted}, {instance})',
  },
  remediation: {
    steps: [
      'Offboard the machine and remove the identity that came with the image; then onboard it anew.',
      'Install the agent in the image without onboarding it, and onboard each machine at its first start.',
    ],
    commands: [
      { command: 'mdatp health --field edr_machine_id', risk: 'safe' },
      { command: 'cloud-init query instance_id', risk: 'safe' },
    ],
    links: [links.goldenImages],
  },
  sources: [{ document: 'linux-deploy-defender-for-endpoint-using-golden-images', date: '2025-01' }],

  evaluate({ machines: { instances }, files, log }) {
    const machine = instances.at(-1);
    if (!machine)
      return cannotTell('The log of cloud-init does not reach back to a first start.', { cloudInstances });
    const booted = Date.parse(machine.value.firstBoot);
    const file = onboardingFile(files);
    if (!file) {
      const [installed] = log?.steps ?? [];
      const isOlder = installed?.value.time !== undefined && Date.parse(installed.value.time) < booted;
      return log && !isOlder
        ? []
        : cannotTell('When the agent was onboarded is not in the bundle.', { agentFiles });
    }
    if (file.modified.getTime() > booted - DAY) return [];
    const params = {
      onboarded: file.modified.toISOString().slice(0, 10),
      booted: machine.value.firstBoot.slice(0, 10),
      instance: machine.value.id,
    };
    const evidence = [cite({ entry: file.path }), cite(machine, 'conflicts-with')] as const;
    return [{ message: 'onboarded', params, evidence, identity: [] }];
  },
});

/** The file that onboarding leaves, with the time at which it was written. */
function onboardingFile(files: AgentFiles | undefined) {
  for (const { path, modified } of files?.entries ?? []) {
    if (path.endsWith('/mdatp_onboard.json') && modified) return { path, modified };
  }
  return undefined;
}
