import { defineAnalyzer, optional } from '../../engine/api/index.ts';

import { agent } from '../../facts/mdatp/agent.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { agentPresent, onlyDebFamily } from '../applies.ts';
import { links } from '../links.ts';
import { missingPackages, UNTIL_AUDITD_WENT, type Dependency } from './missing-packages.ts';

const DEPENDENCIES: readonly Dependency[] = [
  { names: ['libc6'], atLeast: '2.23' },
  { names: ['uuid-runtime'] },
  { names: ['mde-netfilter'] },
  { names: ['auditd'], untilAgent: UNTIL_AUDITD_WENT },
];

export const missingDebDependencies = defineAnalyzer({
  id: 'install/missing-deb-dependencies',
  title: 'Debian packages that the agent needs are missing',
  why: 'Without them the package cannot be installed or updated cleanly, and parts of the agent do not start.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent, onlyDebFamily],
  needs: { packages: installedPackages, agent: optional(agent) },
  messages: {
    missing: 'Package {name} is not installed',
    tooOld: 'Package {name} is {found}; at least {wanted} is needed',
  },
  remediation: {
    steps: ['Install the missing packages from the repositories of the distribution and of Microsoft.'],
    commands: [{ command: 'sudo apt-get install --no-install-recommends PACKAGE', risk: 'changes-host' }],
    links: [links.dependencyError],
  },
  sources: [
    { document: 'microsoft-defender-endpoint-linux', date: '2024-02', profiles: ['seed'] },
    { document: 'microsoft-defender-endpoint-linux', date: '2025-01-07', profiles: ['2025', '2026'] },
  ],

  evaluate: ({ packages, agent: found }) => missingPackages(DEPENDENCIES, packages, found),
});
