import { defineThreshold } from '../../engine/api/index.ts';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** Definitions alone take some hundred MiB while they are replaced. */
export const varCriticalFree = defineThreshold({
  id: 'sizing.var-critical-free',
  describes: 'Free space of the file system of /var below which it counts as full',
  unit: 'bytes',
  default: 200 * MIB,
  min: 10 * MIB,
  max: 20 * GIB,
});

export const fullPercent = defineThreshold({
  id: 'sizing.full-percent',
  describes: 'Used share from which a file system counts as full, in space or in inodes',
  unit: '%',
  default: 95,
  min: 50,
  max: 100,
});

/** A high percentage on a large disk means a large disk, not a full one. */
export const ampleFree = defineThreshold({
  id: 'sizing.ample-free',
  describes: 'Free space from which a file system never counts as full, whatever its used share',
  unit: 'bytes',
  default: 20 * GIB,
  min: GIB,
  max: 1024 * GIB,
});

export const lowMemoryPercent = defineThreshold({
  id: 'sizing.low-memory-percent',
  describes: 'Share of the memory that is still available, below which it is short',
  unit: '%',
  default: 5,
  min: 1,
  max: 50,
});

/** Hosts that reserve huge pages for a database show a small share all the time. */
export const ampleMemory = defineThreshold({
  id: 'sizing.ample-memory',
  describes: 'Available memory from which it is never short, whatever its share',
  unit: 'bytes',
  default: 4 * GIB,
  min: 256 * MIB,
  max: 1024 * GIB,
});

export const usedSwapPercent = defineThreshold({
  id: 'sizing.used-swap-percent',
  describes: 'Used share of the swap space from which it counts as used up',
  unit: '%',
  default: 80,
  min: 10,
  max: 100,
});

/** Idle pages stay in swap for months on a host that has memory enough. */
export const tightMemoryPercent = defineThreshold({
  id: 'sizing.tight-memory-percent',
  describes: 'Share of available memory below which swap that is used up tells of a shortage',
  unit: '%',
  default: 15,
  min: 1,
  max: 100,
});

export const largeAgentLogs = defineThreshold({
  id: 'sizing.large-agent-logs',
  describes: 'Size of the logs of the agent, all together, from which they are oversized',
  unit: 'bytes',
  default: GIB,
  min: 10 * MIB,
  max: 1024 * GIB,
});
