import type { Snapshot } from './snapshot.ts';

export interface SnapshotPairs {
  readonly pairs: readonly (readonly [old: Snapshot, now: Snapshot])[];
  /** Hosts that only one side has. */
  readonly onlyOld: readonly Snapshot[];
  readonly onlyNew: readonly Snapshot[];
}

/** Which bundle of one archive is which of another: by host name; one on each side are a pair whatever they are. */
export function pairSnapshots(old: readonly Snapshot[], now: readonly Snapshot[]): SnapshotPairs {
  const [first, ...others] = old;
  const [last, ...more] = now;
  if (first && last && others.length === 0 && more.length === 0) {
    return { pairs: [[first, last]], onlyOld: [], onlyNew: [] };
  }
  const left = [...now];
  const pairs: (readonly [Snapshot, Snapshot])[] = [];
  const onlyOld = old.filter((one) => {
    const at = left.findIndex((other) => hostOf(other) !== undefined && hostOf(other) === hostOf(one));
    const [twin] = at === -1 ? [] : left.splice(at, 1);
    if (twin) pairs.push([one, twin]);
    return !twin;
  });
  return { pairs, onlyOld, onlyNew: left };
}

function hostOf({ report }: Snapshot): string | undefined {
  return report.bundle.host['name'];
}
