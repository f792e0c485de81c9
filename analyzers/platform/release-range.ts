import { compareVersions, versionParts } from '../../engine/api/index.ts';

/** Releases from `min` to `max`, inclusive; no `max` where a list has no end. */
export interface ReleaseRange {
  readonly min: string;
  readonly max?: string | undefined;
}

/** Compares only as many parts as the bound has: 12.5 is within 12. A bound's minor needs the host's minor. */
export function isWithin({ min, max }: ReleaseRange, version: string): 'yes' | 'no' | 'unknown' {
  const parts = versionParts(version);
  const least = versionParts(min);
  if (parts.length === 0) return 'unknown';
  if (parts[0] === least[0] && parts.length < least.length) return 'unknown';
  if (compareVersions(version, min) < 0) return 'no';
  return max === undefined || compareVersions(upTo(max, parts), max) <= 0 ? 'yes' : 'no';
}

/** As many parts of a version as the bound has. */
function upTo(bound: string, parts: readonly number[]): string {
  return parts.slice(0, versionParts(bound).length).join('.');
}

/** A range for people: `8.7 to 8.x`. */
export function rangeText({ min, max }: ReleaseRange): string {
  if (max === undefined) return `${min} and later`;
  if (max === min) return min;
  if (!max.endsWith('.99')) return `${min} to ${max}`;
  const major = max.slice(0, -3);
  return min === major ? `${major}.x` : `${min} to ${major}.x`;
}
