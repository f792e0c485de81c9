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
