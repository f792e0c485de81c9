// Written by `npm run lists`.
import type { AnyFleetAnalyzer } from '../engine/api/index.ts';

import { sameListEverywhere } from './exclusions/same-list-everywhere.ts';
import { duplicateMachineGuid } from './health/duplicate-machine-guid.ts';

export const allFleetAnalyzers: readonly AnyFleetAnalyzer[] = [sameListEverywhere, duplicateMachineGuid];
