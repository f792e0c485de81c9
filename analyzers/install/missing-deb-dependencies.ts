import { defineAnalyzer, optional, sourcesOf } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { libcInfo } from '../../facts/packages/libc-info.ts';
import { agentPresent, onlyDebFamily } from '../applies.ts';
import { agentDependencies } from '../knowledge/agent-dependencies.ts';
import { links } from '../links.ts';
import { missingPackages } from './missing-packages.ts';

export const missingDebDependencies = defineAnalyzer({
  id: 'install/missing-deb-dependencies',
  title: 'Debian packages that the agent needs are missing',
  why: 'Without them the package cannot be installed or updated cleanly, and parts of the agent do not start.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent, onlyDebFamily],
  needs: {
    packages: optional(installedPackages),
    libc: optional(libcInfo),
    agent: optional(agent),
    host: optional(distribution),
  },
  messages: {
    missing: 'Package {name} is not installed',
    tooOld: 'Package {name} is {found}; at least {wanted} is needed',
  },
  remediation: {
    steps: ['Install the missing packages from the repositories of the distribution and of Microsoft.'],
    commands: [{ command: 'sudo apt-get install --no-install-recommends PACKAGE', risk: 'changes-host' }],
    links: [links.dependencyError],
  },
  sources: sourcesOf(agentDependencies),

  evaluate: (inputs, context) => missingPackages('mdatp.deb', inputs, context),
});
