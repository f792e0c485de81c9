// Written by `npm run lists`.
import type { Threshold } from '../engine/api/index.ts';

export const allThresholds: readonly Threshold[] = [];
