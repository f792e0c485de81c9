import type { BundleInfo, EntryPath, Report } from '../../engine/api/index.ts';
import { compareFacts, type FactChange } from './compare-facts.ts';
import { compareFindings, type FindingChanges } from './compare-findings.ts';
import type { FileSize, Snapshot } from './snapshot.ts';

/** Version of the comparison's shape. */
export const COMPARISON_SCHEMA = 1;

/** One of the two that are compared. */
export interface Side extends Pick<BundleInfo, 'name' | 'sha256' | 'kind' | 'root' | 'collectedAt' | 'host'> {
  readonly profile: string;
  readonly ended: Report['ended'];
}

/** Why two sides differ for another reason than that something changed on the host. */
export type Caveat =
  'other-host' | 'other-kind' | 'other-profile' | 'other-settings' | 'partial' | 'reversed';

export interface FileChanges {
  readonly onlyOld: readonly EntryPath[];
  readonly onlyNew: readonly EntryPath[];
}

/** What is new, gone and changed from one bundle to another. Plain data. */
export interface Comparison {
  readonly old: Side;
  readonly new: Side;
  readonly caveats: readonly Caveat[];
  readonly findings: FindingChanges;
  /** Undefined where a side is a saved report, which holds no facts. */
  readonly facts?: readonly FactChange[];
  readonly files?: FileChanges;
}

/** Compares two bundles, the earlier one first. */
export function compare(old: Snapshot, now: Snapshot): Comparison {
  return {
    old: sideOf(old.report),
    new: sideOf(now.report),
    caveats: caveatsOf(old.report, now.report),
    findings: compareFindings(old.report, now.report),
    ...(old.facts && now.facts ? { facts: compareFacts(old.facts, now.facts) } : {}),
    ...(old.files && now.files ? { files: compareFiles(old.files, now.files) } : {}),
  };
}

function sideOf({ bundle, profile, ended }: Report): Side {
  const { name, sha256, kind, root, collectedAt, host } = bundle;
  const about = { name, sha256, kind, root, host, profile: profile.id, ended };
  return collectedAt === undefined ? about : { ...about, collectedAt };
}

function caveatsOf(old: Report, now: Report): readonly Caveat[] {
  const differ = (read: (report: Report) => string | undefined): boolean => {
    const [was, is] = [read(old), read(now)];
    return was !== undefined && is !== undefined && was !== is;
  };
  const caveats: readonly (readonly [Caveat, boolean])[] = [
    ['other-host', differ(({ bundle }) => bundle.host['name'])],
    ['other-kind', differ(({ bundle }) => bundle.kind)],
    ['other-profile', differ(({ profile }) => profile.id)],
    ['other-settings', differ(({ settings }) => JSON.stringify(settings))],
    ['partial', old.ended !== 'complete' || now.ended !== 'complete'],
    ['reversed', (old.bundle.collectedAt ?? '') > (now.bundle.collectedAt ?? '\uffff')],
  ];
  return caveats.flatMap(([caveat, holds]) => (holds ? [caveat] : []));
}

function compareFiles(old: readonly FileSize[], now: readonly FileSize[]): FileChanges {
  const before = new Set(old.map(({ path }) => path));
  const after = new Set(now.map(({ path }) => path));
  return {
    onlyOld: [...before].filter((path) => !after.has(path)).sort(),
    onlyNew: [...after].filter((path) => !before.has(path)).sort(),
  };
}
