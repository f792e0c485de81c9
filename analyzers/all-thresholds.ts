// Written by `npm run lists`.
import type { Threshold } from '../engine/api/index.ts';

import { staleOutput } from './bundle/thresholds.ts';
import {
  manyAuditRules,
  veryManyAuditRules,
  manyLostRecords,
  fullBacklogPercent,
  smallestBacklog,
} from './events/thresholds.ts';
import { sharedListLength, mostExclusions } from './exclusions/thresholds.ts';
import {
  expiryWarning,
  expiryByVersion,
  agedDefinitions,
  oldDefinitions,
  veryOldDefinitions,
  failingScanShare,
  fewestScans,
} from './health/thresholds.ts';
import { usedHandlesPercent, fewFanotifyGroups, fewFanotifyMarks } from './performance/thresholds.ts';
import {
  varCriticalFree,
  fullPercent,
  ampleFree,
  lowMemoryPercent,
  ampleMemory,
  usedSwapPercent,
  tightMemoryPercent,
  largeAgentLogs,
} from './sizing/thresholds.ts';

export const allThresholds: readonly Threshold[] = [
  staleOutput,
  manyAuditRules,
  veryManyAuditRules,
  manyLostRecords,
  fullBacklogPercent,
  smallestBacklog,
  sharedListLength,
  mostExclusions,
  expiryWarning,
  expiryByVersion,
  agedDefinitions,
  oldDefinitions,
  veryOldDefinitions,
  failingScanShare,
  fewestScans,
  usedHandlesPercent,
  fewFanotifyGroups,
  fewFanotifyMarks,
  varCriticalFree,
  fullPercent,
  ampleFree,
  lowMemoryPercent,
  ampleMemory,
  usedSwapPercent,
  tightMemoryPercent,
  largeAgentLogs,
];
