import { defineThreshold } from '../../engine/api/index.ts';

/** Two exclusions are soon the same by chance; three are a list that somebody copied. */
export const sharedListLength = defineThreshold({
  id: 'exclusions.shared-list-length',
  describes: 'Exclusions that a list must hold for the same list on several hosts to be reported',
  unit: 'exclusions',
  default: 3,
  min: 1,
  max: 1000,
});

export const mostExclusions = defineThreshold({
  id: 'exclusions.most',
  describes: 'Different exclusions above which a list counts as too long to answer for',
  unit: 'exclusions',
  default: 200,
  min: 10,
  max: 100_000,
});
