import { compareVersions, type Located } from '../../engine/api/index.ts';
import type { Distribution } from '../../facts/host/distribution.ts';
import type { Uname } from '../../facts/kernel/uname.ts';
import { memberAt } from '../../facts/json-lines.ts';
import type { Health } from '../../facts/mdatp/health.ts';
import type { ManagedConfig } from '../../facts/mdatp/managed-config.ts';
import type { ServiceStatus } from '../../facts/mdatp/service-status.ts';
import type { Mounts } from '../../facts/storage/mounts.ts';
import type { KnownIssue } from '../knowledge/known-issues.ts';

export interface HostFacts {
  readonly health: Health | undefined;
  readonly kernel: Uname | undefined;
  readonly system: Distribution | undefined;
  readonly mounted: Mounts | undefined;
  readonly managed: ManagedConfig | undefined;
  readonly service: ServiceStatus | undefined;
}

type Signs = readonly Located<unknown>[];

/** What on this host shows that a known issue is its own; undefined where it is not, or is not to be seen. */
export function signsOfIssue(row: KnownIssue, version: string, facts: HostFacts): Signs | undefined {
  if (!isOfVersion(row, version)) return undefined;
  const parts = [
    kernelSigns(row, facts.kernel),
    systemSigns(row, facts.system),
    issueSigns(row, facts.health),
    row.sign ? SIGNS[row.sign](facts) : [],
  ];
  const signs: Located<unknown>[] = [];
  for (const part of parts) {
    if (!part) return undefined;
    signs.push(...part);
  }
  return signs;
}

function isOfVersion({ versions, from, below }: KnownIssue, version: string): boolean {
  if (versions) return versions.some((one) => compareVersions(one, version) === 0);
  if (below === undefined || compareVersions(version, below) >= 0) return false;
  return from === undefined || compareVersions(version, from) >= 0;
}

function kernelSigns({ kernelFrom, kernelBelow }: KnownIssue, kernel: Uname | undefined): Signs | undefined {
  if (kernelFrom === undefined && kernelBelow === undefined) return [];
  const release = kernel?.release;
  if (!release) return undefined;
  const isIn =
    (kernelFrom === undefined || compareVersions(release.value, kernelFrom) >= 0) &&
    (kernelBelow === undefined || compareVersions(release.value, kernelBelow) < 0);
  return isIn ? [release] : undefined;
}

function systemSigns(
  { family, distributions, major }: KnownIssue,
  system: Distribution | undefined,
): Signs | undefined {
  if (family === undefined && distributions === undefined) return [];
  if (!system || (family !== undefined && system.family !== family)) return undefined;
  if (distributions && !distributions.includes(system.id.value)) return undefined;
  return major === undefined || system.major === major ? [system.id] : undefined;
}

function issueSigns({ healthIssue }: KnownIssue, health: Health | undefined): Signs | undefined {
  if (healthIssue === undefined) return [];
  const found = health?.health_issues.find(({ value }) => value.toLowerCase().includes(healthIssue));
  return found && [found];
}

const SIGNS: Readonly<Record<NonNullable<KnownIssue['sign']>, (facts: HostFacts) => Signs | undefined>> = {
  'ebpf-in-use': ({ health }) => {
    const subsystem = health?.supplementary_events_subsystem;
    return subsystem?.value === 'ebpf' ? [subsystem] : undefined;
  },
  'fuse-mounted': ({ mounted }) => {
    const found = mounted?.mounts.find(({ value }) => /^fuse(?:blk)?(?:\.|$)/u.test(value.type));
    return found && [found];
  },
  'not-running': ({ service }) => (service?.running?.value === false ? [service.running] : undefined),
  'tags-managed': ({ managed }) => {
    const tags = memberAt(managed?.root, 'edr', 'tags');
    return tags && [{ value: tags.key, at: tags.at }];
  },
  'unhealthy-with-conflict': ({ health }) => {
    const [first] = health?.conflicting_applications ?? [];
    return first && health?.healthy?.value === false ? [health.healthy, first] : undefined;
  },
};
