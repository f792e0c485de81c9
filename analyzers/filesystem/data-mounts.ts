import { cite, type Citation, type Located } from '../../engine/api/index.ts';
import type { Mount } from '../../facts/storage/mounts.ts';
import type { FileSystemCoverage } from '../knowledge/file-systems.ts';

/** How far the agent scans a mount; `unknown` where no list names its type and nothing shows that it holds data. */
export type Coverage = FileSystemCoverage['coverage'] | 'unknown';

export interface DataMount {
  readonly mount: Located<Mount>;
  /** The type by which the lists name it. */
  readonly type: string;
  readonly coverage: Coverage;
}

/** Where the kernel and session services mount what is not the host's data. */
const SYSTEM_TREES = /^\/(?:proc|sys|dev|snap|run\/(?:user|snapd|credentials|lock)|var\/lib\/snapd)(?:\/|$)/u;

/** The mounts that may hold data of the host, with their coverage by the lists of a profile. */
export function dataMounts(
  mounts: readonly Located<Mount>[],
  known: readonly FileSystemCoverage[],
): readonly DataMount[] {
  const byType = new Map(known.map(({ type, coverage }) => [type, coverage]));
  return mounts.flatMap((mount) => {
    if (SYSTEM_TREES.test(mount.value.target)) return [];
    const type = scanType(mount.value);
    const coverage = coverageOf(type, mount.value, byType);
    return coverage === 'pseudo' ? [] : [{ mount, type, coverage }];
  });
}

/** NFS 4 may be written as type nfs with an option, and Amazon's EFS as nfs4. */
export function scanType({ type, options, source }: Mount): string {
  const lower = type.toLowerCase();
  if (/^nfs4?$/u.test(lower) && /\.efs\.[\w.-]+:\//u.test(source)) return 'efs';
  return lower === 'nfs' && /(?:^|,)(?:nfs)?vers=4/u.test(options) ? 'nfs4' : lower;
}

function coverageOf(
  type: string,
  mount: Mount,
  byType: ReadonlyMap<string, FileSystemCoverage['coverage']>,
): Coverage {
  const listed = byType.get(type) ?? (type.startsWith('fuse.') ? byType.get('fuse') : undefined);
  if (listed) return listed;
  // A device or a share holds data, whatever its type; what is left is mostly the kernel's own.
  return /^\/dev\/|:\/|^\/\//u.test(mount.source) ? 'none' : 'unknown';
}

/** Mounts that are shown beside one type; more of them prove nothing more. */
const MOST_SHOWN = 5;

export interface ShownMounts {
  /** The folders, as a list for people. */
  readonly targets: string;
  readonly evidence: readonly [Citation, ...Citation[]];
}

/** The mounts of one kind as a finding shows them; undefined where there is none. */
export function shownMounts(mounts: readonly Located<Mount>[]): ShownMounts | undefined {
  const [first, ...rest] = mounts.slice(0, MOST_SHOWN);
  if (!first) return undefined;
  const names = [first, ...rest].map(({ value }) => value.target).join(', ');
  const more = mounts.length - rest.length - 1;
  return {
    targets: more > 0 ? `${names} + ${more}` : names,
    evidence: [cite(first), ...rest.map((mount) => cite(mount))],
  };
}

/** The mounts by their type, in the order of the listing. */
export function byScanType(mounts: readonly DataMount[]): ReadonlyMap<string, readonly Located<Mount>[]> {
  const grouped = Map.groupBy(mounts, ({ type }) => type);
  return new Map([...grouped].map(([type, group]) => [type, group.map(({ mount }) => mount)]));
}
