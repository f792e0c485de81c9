// Written by `npm run lists`.
import type { AnyKnowledgeTable } from '../../engine/api/index.ts';

import { agentDependencies } from './agent-dependencies.ts';
import { auditConsumers } from './audit-consumers.ts';
import { containerRuntimes } from './container-runtimes.ts';
import { ebpfKernels, ebpfHarms } from './ebpf.ts';
import { fanotifyWatchers } from './fanotify-watchers.ts';
import { fileSystems } from './file-systems.ts';
import { healthIssues } from './health-issues.ts';
import { heavyIoApplications } from './heavy-io-applications.ts';
import { oldestKernel, rhel6Kernels } from './kernels.ts';
import { knownIssues } from './known-issues.ts';
import { managedSettings } from './managed-settings.ts';
import { newestReleases } from './newest-releases.ts';
import { packageTargets } from './package-targets.ts';
import { releases } from './releases.ts';
import { rhel6Service } from './rhel6-service.ts';
import { riskyExclusions } from './risky-exclusions.ts';
import { securityProducts } from './security-products.ts';
import { sizing } from './sizing.ts';
import { supportedArchitectures } from './supported-architectures.ts';
import { supportedReleases } from './supported-releases.ts';
import { systemLinks } from './system-links.ts';
import { workstationEditions } from './workstation-editions.ts';

export const allKnowledge: readonly AnyKnowledgeTable[] = [
  agentDependencies,
  auditConsumers,
  containerRuntimes,
  ebpfKernels,
  ebpfHarms,
  fanotifyWatchers,
  fileSystems,
  healthIssues,
  heavyIoApplications,
  oldestKernel,
  rhel6Kernels,
  knownIssues,
  managedSettings,
  newestReleases,
  packageTargets,
  releases,
  rhel6Service,
  riskyExclusions,
  securityProducts,
  sizing,
  supportedArchitectures,
  supportedReleases,
  systemLinks,
  workstationEditions,
];
