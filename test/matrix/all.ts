import { bundlePlants } from './bundle.ts';
import { conflictPlants } from './conflict.ts';
import { connectivityPlants } from './connectivity.ts';
import { eventsPlants } from './events.ts';
import { exclusionsPlants } from './exclusions.ts';
import { filesystemPlants } from './filesystem.ts';
import { healthPlants } from './health.ts';
import { installPlants } from './install.ts';
import { kernelLogPlants } from './kernel-log.ts';
import { performancePlants } from './performance.ts';
import type { Plant } from './plants.ts';
import { platformPlants } from './platform.ts';
import { sizingPlants } from './sizing.ts';

export const allPlants: readonly Plant[] = [
  ...platformPlants,
  ...sizingPlants,
  ...filesystemPlants,
  ...installPlants,
  ...conflictPlants,
  ...healthPlants,
  ...eventsPlants,
  ...connectivityPlants,
  ...exclusionsPlants,
  ...performancePlants,
  ...kernelLogPlants,
  ...bundlePlants,
];
