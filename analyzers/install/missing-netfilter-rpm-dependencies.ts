import { defineAnalyzer, optional, sourcesOf } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { agentPresent, netfilterPresent, onlyRpmFamily } from '../applies.ts';
import { agentDependencies } from '../knowledge/agent-dependencies.ts';
import { links } from '../links.ts';
import { missingPackages, withoutVersions } from './missing-packages.ts';

export const missingNetfilterRpmDependencies = defineAnalyzer({
  id: 'install/missing-netfilter-rpm-dependencies',
  title: 'RPM packages that mde-netfilter needs are missing',
  why: 'Network protection and the isolation of a device go through mde-netfilter, which does not start without them.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent, onlyRpmFamily, netfilterPresent],
  needs: { packages: optional(installedPackages), agent: optional(agent), host: optional(distribution) },
  messages: {
    missing: 'Package {name}, which mde-netfilter needs, is not installed',
  },
  remediation: {
    steps: ['Install the missing packages from the repositories of the distribution.'],
    commands: [{ command: 'sudo yum install PACKAGE', risk: 'changes-host' }],
    links: [links.externalPackages],
  },
  sources: sourcesOf(agentDependencies),

  evaluate: (inputs, context) => withoutVersions(missingPackages('mde-netfilter.rpm', inputs, context)),
});
