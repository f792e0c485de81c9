import { defineAnalyzer, optional } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { installedPackages } from '../../facts/packages/installed-packages.ts';
import { agentPresent, notRhel6, onlyRpmFamily } from '../applies.ts';
import { links } from '../links.ts';
import { missingPackages, UNTIL_AUDITD_WENT, type Dependency } from './missing-packages.ts';

const DEPENDENCIES: readonly Dependency[] = [
  { names: ['glibc'], atLeast: '2.17' },
  { names: ['policycoreutils'] },
  { names: ['mde-netfilter'] },
  { names: ['audit'], untilAgent: UNTIL_AUDITD_WENT },
  // Dropped by 101.98.89 (linux-whatsnew, June 2023).
  { names: ['policycoreutils-python-utils', 'policycoreutils-python'], untilAgent: '101.98.88' },
];

/** SUSE and others have no package of this name. */
const RED_HAT_ONLY: Dependency = { names: ['selinux-policy-targeted'] };
const RED_HAT_FAMILY = ['rhel', 'centos', 'centos_stream', 'ol', 'rocky', 'almalinux', 'fedora'];

export const missingRpmDependencies = defineAnalyzer({
  id: 'install/missing-rpm-dependencies',
  title: 'RPM packages that the agent needs are missing',
  why: 'Without them the package cannot be installed or updated cleanly, and parts of the agent do not start.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent, onlyRpmFamily, notRhel6],
  needs: { packages: installedPackages, host: distribution, agent: optional(agent) },
  messages: {
    missing: 'Package {name} is not installed',
    tooOld: 'Package {name} is {found}; at least {wanted} is needed',
  },
  remediation: {
    steps: ['Install the missing packages from the repositories of the distribution and of Microsoft.'],
    commands: [{ command: 'sudo yum install PACKAGE', risk: 'changes-host' }],
    links: [links.dependencyError],
  },
  sources: [
    { document: 'microsoft-defender-endpoint-linux', date: '2024-02', profiles: ['seed'] },
    { document: 'microsoft-defender-endpoint-linux', date: '2025-01-07', profiles: ['2025', '2026'] },
  ],

  evaluate({ packages, host, agent: found }) {
    const dependencies = RED_HAT_FAMILY.includes(host.id.value)
      ? [...DEPENDENCIES, RED_HAT_ONLY]
      : DEPENDENCIES;
    return missingPackages(dependencies, packages, found);
  },
});
