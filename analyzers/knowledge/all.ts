// Written by `npm run lists`.
import type { AnyKnowledgeTable } from '../../engine/api/index.ts';

import { agentDependencies } from './agent-dependencies.ts';
import { fileSystems } from './file-systems.ts';
import { oldestKernel, rhel6Kernels } from './kernels.ts';
import { releases } from './releases.ts';
import { riskyExclusions } from './risky-exclusions.ts';
import { securityProducts } from './security-products.ts';
import { sizing } from './sizing.ts';
import { supportedReleases } from './supported-releases.ts';

export const allKnowledge: readonly AnyKnowledgeTable[] = [
  agentDependencies,
  fileSystems,
  oldestKernel,
  rhel6Kernels,
  releases,
  riskyExclusions,
  securityProducts,
  sizing,
  supportedReleases,
];
