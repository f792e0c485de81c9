import { defineThreshold } from '../../engine/api/index.ts';

/** Each rule is tried at each system call that it may fit. */
export const manyAuditRules = defineThreshold({
  id: 'events.many-audit-rules',
  describes: 'Loaded audit rules above which their number is reported (low)',
  unit: 'rules',
  default: 300,
  min: 10,
  max: 100_000,
});

export const veryManyAuditRules = defineThreshold({
  id: 'events.very-many-audit-rules',
  describes: 'Loaded audit rules above which their number is a medium finding',
  unit: 'rules',
  default: 1000,
  min: 10,
  max: 100_000,
});

/** Some records are lost at every boot, before auditd listens. */
export const manyLostRecords = defineThreshold({
  id: 'events.many-lost-records',
  describes: 'Audit records lost since boot above which the loss is a high finding',
  unit: 'records',
  default: 10_000,
  min: 1,
  max: 1_000_000_000,
});

export const fullBacklogPercent = defineThreshold({
  id: 'events.full-backlog-percent',
  describes: 'Used share of the backlog of audit above which it counts as full',
  unit: '%',
  default: 80,
  min: 10,
  max: 100,
});

/** What distributions ship in their rules files today; the bare kernel takes 64, old rules files 320. */
export const smallestBacklog = defineThreshold({
  id: 'events.smallest-backlog',
  describes: 'Backlog limit below which a host whose agent reads from auditd has too small a one',
  unit: 'records',
  default: 8192,
  min: 64,
  max: 10_000_000,
});

export const busyPluginPercent = defineThreshold({
  id: 'events.busy-plugin-percent',
  describes: 'Share of one processor from which on the audit plugin of the agent counts as busy',
  unit: '%',
  default: 30,
  min: 1,
  max: 10_000,
});

export const floodPercent = defineThreshold({
  id: 'events.flood-percent',
  describes: 'Share of keyed audit records with the key of the agent above which they count as a flood',
  unit: '%',
  default: 50,
  min: 1,
  max: 100,
});

/** A share of a handful of records says nothing. */
export const fewestKeyedRecords = defineThreshold({
  id: 'events.fewest-keyed-records',
  describes: 'Keyed audit records that the logs must hold for a share of them to mean something',
  unit: 'records',
  default: 10,
  min: 1,
  max: 1_000_000,
});

export const shortestRotation = defineThreshold({
  id: 'events.shortest-rotation',
  describes: 'Minutes between two rotations of audit.log below which the log counts as flooded',
  unit: 'minutes',
  default: 60,
  min: 1,
  max: 10_080,
});

export const manyDroppedEvents = defineThreshold({
  id: 'events.many-dropped-events',
  describes: 'Events that the agent dropped above which it is a medium finding',
  unit: 'events',
  default: 1000,
  min: 1,
  max: 1_000_000_000,
});
