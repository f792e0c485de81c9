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

export const busyShare = defineThreshold({
  id: 'performance.busy-share',
  describes: 'Share of all scanned files, or of the time for them, that makes one program stand out',
  unit: '%',
  default: 50,
  min: 1,
  max: 100,
});

/** Of a few hundred scans any program may have the most. */
export const tellingScans = defineThreshold({
  id: 'performance.telling-scans',
  describes: 'Scanned files, all together, from which their shares tell something',
  unit: 'files',
  default: 1000,
  min: 1,
  max: 1_000_000_000,
});

export const longScanTime = defineThreshold({
  id: 'performance.long-scan-time',
  describes: 'Time of the scans for one program from which its share of the time counts',
  unit: 's',
  default: 300,
  min: 1,
  max: 1_000_000_000,
});

export const hotShare = defineThreshold({
  id: 'performance.hot-share',
  describes: 'Share of all events that makes one file or program a hot source',
  unit: '%',
  default: 25,
  min: 1,
  max: 100,
});

export const tellingEvents = defineThreshold({
  id: 'performance.telling-events',
  describes: 'Events, all together, from which the shares of their sources tell something',
  unit: 'events',
  default: 1000,
  min: 1,
  max: 1_000_000_000,
});

export const highAgentLoad = defineThreshold({
  id: 'performance.high-agent-load',
  describes: 'Share of one core that the daemons of the agent take on average, from which it is high',
  unit: '%',
  default: 70,
  min: 1,
  max: 10_000,
});

export const notableAgentLoad = defineThreshold({
  id: 'performance.notable-agent-load',
  describes: 'Share of one core that the daemons of the agent take on average, from which it is worth a look',
  unit: '%',
  default: 40,
  min: 1,
  max: 10_000,
});

export const highPluginLoad = defineThreshold({
  id: 'performance.high-plugin-load',
  describes: 'Share of one core that the audit plugin of the agent takes on average, from which it is high',
  unit: '%',
  default: 30,
  min: 1,
  max: 10_000,
});

/** The collection itself makes work for the agent. */
export const fewestSamples = defineThreshold({
  id: 'performance.fewest-samples',
  describes: 'Samples of the load that a mean needs',
  unit: 'samples',
  default: 3,
  min: 2,
  max: 1000,
});

/** A daemon that has just started reads its definitions. */
export const tellingCpuTime = defineThreshold({
  id: 'performance.telling-cpu-time',
  describes: 'Processor time of a process from which its mean since the start tells something',
  unit: 's',
  default: 600,
  min: 1,
  max: 1_000_000_000,
});

export const mostOpenFiles = defineThreshold({
  id: 'performance.most-open-files',
  describes: 'Files that one daemon of the agent holds open, above which it does not close them',
  unit: 'files',
  default: 20_000,
  min: 100,
  max: 100_000_000,
});

export const recurringErrorCount = defineThreshold({
  id: 'performance.recurring-error-count',
  describes: 'Times that one error is in the logs of the agent, from which it recurs',
  unit: 'times',
  default: 50,
  min: 2,
  max: 1_000_000_000,
});
