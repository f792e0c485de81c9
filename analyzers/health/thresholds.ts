import { defineThreshold } from '../../engine/api/index.ts';

/** A month leaves time for one maintenance window. */
export const expiryWarning = defineThreshold({
  id: 'health.expiry-warning',
  describes: 'Days before the expiration of a build from which on it is reported',
  unit: 'days',
  default: 30,
  min: 1,
  max: 270,
});

/** From the month in a version up to which the build has surely expired: nine months, and some until its release. */
export const expiryByVersion = defineThreshold({
  id: 'health.expiry-by-version',
  describes: 'Months after the month in its version after which a build counts as expired',
  unit: 'months',
  default: 13,
  min: 9,
  max: 36,
});

/** Definitions come several times a day. */
export const agedDefinitions = defineThreshold({
  id: 'health.aged-definitions',
  describes: 'Age of the definitions from which on it is reported (low)',
  unit: 'hours',
  default: 24,
  min: 1,
  max: 2160,
});

export const oldDefinitions = defineThreshold({
  id: 'health.old-definitions',
  describes: 'Age of the definitions from which on it is a medium finding',
  unit: 'hours',
  default: 72,
  min: 1,
  max: 2160,
});

export const veryOldDefinitions = defineThreshold({
  id: 'health.very-old-definitions',
  describes: 'Age of the definitions from which on it is a high finding',
  unit: 'hours',
  default: 168,
  min: 1,
  max: 2160,
});

export const failingScanShare = defineThreshold({
  id: 'health.failing-scan-share',
  describes: 'Share of scans that did not succeed from which on it is reported',
  unit: '%',
  default: 20,
  min: 1,
  max: 100,
});

/** One scan that a restart ended is no pattern. */
export const fewestScans = defineThreshold({
  id: 'health.fewest-scans',
  describes: 'Scans that a history must hold for a share of them to mean something',
  unit: 'scans',
  default: 5,
  min: 1,
  max: 1000,
});
