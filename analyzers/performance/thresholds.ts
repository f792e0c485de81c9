import { defineThreshold } from '../../engine/api/index.ts';

export const usedHandlesPercent = defineThreshold({
  id: 'performance.used-handles-percent',
  describes: 'Used share of the file handles of the host from which they run short',
  unit: '%',
  default: 90,
  min: 10,
  max: 100,
});

/** The kernel ships 128. */
export const fewFanotifyGroups = defineThreshold({
  id: 'performance.few-fanotify-groups',
  describes: 'Groups of fanotify for each user below which they are few',
  unit: 'groups',
  default: 16,
  min: 1,
  max: 1024,
});

/** The kernel ships 8192 at least, and more with more memory. */
export const fewFanotifyMarks = defineThreshold({
  id: 'performance.few-fanotify-marks',
  describes: 'Marks of fanotify for each user below which they are few',
  unit: 'marks',
  default: 1024,
  min: 1,
  max: 1_000_000,
});
