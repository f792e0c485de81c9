import { defineThreshold } from '../../engine/api/index.ts';

/** Collectors end within hours; zips keep local times, which lie up to a day apart. */
export const staleOutput = defineThreshold({
  id: 'bundle.stale-output',
  describes: 'Age of an output beside the newest of the bundle from which on it counts as left over',
  unit: 'hours',
  default: 48,
  min: 26,
  max: 8760,
});
