import { compareVersions, versionParts } from '../../engine/api/index.ts';
import type { Release } from '../knowledge/releases.ts';

/**
 * Versions of the agent for Linux begin with 101, very old ones with 100. 30.x is the same build as detection and
 * response counts it, 20.x is macOS; neither compares with 101.x.
 */
export function isAgentVersion(version: string): boolean {
  return /^10[01]\.\d+\./u.test(version);
}

/**
 * Builds newer than a version that had come out by a time. Patches of one build (101.23082.0006, .0009, .0011) count
 * once; old versions (101.98.64) are builds of their own. A month counts from its end: nobody had it before.
 */
export function newerBuilds(
  version: string,
  releases: readonly Release[],
  until: Date,
): readonly [Release, ...Release[]] | readonly [] {
  const own = buildOf(version);
  const byBuild = new Map<string, Release>();
  for (const release of releases) {
    const build = buildOf(release.version);
    if (build === own || compareVersions(release.version, version) < 0) continue;
    if (endOf(release.released) > until.getTime()) continue;
    const known = byBuild.get(build);
    if (!known || compareVersions(release.version, known.version) > 0) byBuild.set(build, release);
  }
  const [first, ...rest] = [...byBuild.values()].sort((a, b) => compareVersions(b.version, a.version));
  return first ? [first, ...rest] : [];
}

/** When the last release of a list before a time came out, at the latest; 0 where there is none. */
export function latestBefore(time: Date, releases: readonly Release[]): number {
  const ends = releases.map(({ released }) => endOf(released)).filter((end) => end <= time.getTime());
  return Math.max(0, ...ends);
}

/** The release of exactly this version. */
export function releaseOf(version: string, releases: readonly Release[]): Release | undefined {
  return releases.find((release) => compareVersions(release.version, version) === 0);
}

// 101.26062.0007: June 2026
const MONTH_IN_BUILD = /^(?<year>\d\d)(?<month>0[1-9]|1[0-2])\d$/u;

/** The month in which a build was made, as its version says since July 2023: `2026-06`. */
export function monthOfBuild(version: string): string | undefined {
  const [, build = 0] = versionParts(version);
  const parts = MONTH_IN_BUILD.exec(String(build).padStart(5, '0'))?.groups;
  if (!parts || build < 10_000) return undefined;
  return `20${parts['year']}-${parts['month']}`;
}

/** Whole months from the end of a day or a month to a time; negative before it. */
export function monthsSince(day: string, until: Date): number {
  const from = new Date(endOf(day));
  const months =
    (until.getUTCFullYear() - from.getUTCFullYear()) * 12 + until.getUTCMonth() - from.getUTCMonth();
  return until.getUTCDate() < from.getUTCDate() ? months - 1 : months;
}

function buildOf(version: string): string {
  const [product = 0, build = 0] = versionParts(version);
  return build >= 10_000 ? `${product}.${build}` : versionParts(version).join('.');
}

/** The last moment of a day (`2025-01-08`) or of a month (`2026-08`). */
function endOf(day: string): number {
  const [year = 0, month = 1, date] = day.split('-').map(Number);
  return (date === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, date + 1)) - 1;
}
