// Written by `npm run lists`.
import type { Threshold } from '../engine/api/index.ts';

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
  sharedListLength,
  mostExclusions,
  expiryWarning,
  expiryByVersion,
  agedDefinitions,
  oldDefinitions,
  veryOldDefinitions,
  failingScanShare,
  fewestScans,
  varCriticalFree,
  fullPercent,
  ampleFree,
  lowMemoryPercent,
  ampleMemory,
  usedSwapPercent,
  tightMemoryPercent,
  largeAgentLogs,
];
