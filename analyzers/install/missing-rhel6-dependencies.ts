import { defineAnalyzer, optional, sourcesOf } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { agentPresent, onlyRhel6 } from '../applies.ts';
import { agentDependencies } from '../knowledge/agent-dependencies.ts';
import { links } from '../links.ts';
import { missingPackages, withoutVersions } from './missing-packages.ts';

export const missingRhel6Dependencies = defineAnalyzer({
  id: 'install/missing-rhel6-dependencies',
  title: 'Packages that the agent needs on RHEL 6 are missing',
  why: 'The agent for RHEL 6 takes its events from audit and its policy from SELinux; without them it does not start.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent, onlyRhel6],
  needs: { packages: optional(installedPackages), host: distribution, agent: optional(agent) },
  messages: {
    missing: 'Package {name} is not installed',
  },
  remediation: {
    steps: [
      'Install the missing packages from the archive of the distribution and from the repository of Microsoft.',
      'Plan the move to a release that is still served: RHEL 6 is not.',
    ],
    commands: [{ command: 'sudo yum install PACKAGE', risk: 'changes-host' }],
    links: [links.externalPackages],
  },
  sources: sourcesOf(agentDependencies),

  evaluate: (inputs, context) => withoutVersions(missingPackages('mdatp.rpm.rhel6', inputs, context)),
});
