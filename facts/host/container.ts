import {
  derivedFact,
  NotCollectedError,
  optional,
  type Located,
  type Place,
} from '../../engine/api/index.ts';
import { processList, type ProcessList } from '../process/process-list.ts';
import { mounts, type Mounts } from '../storage/mounts.ts';
import { containerFiles } from './container-files.ts';
import { initCgroup, type InitCgroup } from './init-cgroup.ts';
import { initSystem } from './init-system.ts';
import { virtualization, type Virtualization } from './virtualization.ts';

export interface ContainerMark {
  /** `docker`, `podman`, `lxc`, `kubernetes` …, or `container` where it is not told. */
  readonly engine: string;
  readonly at: Place;
  /** Whether it is proof by itself; a program as process 1 may be a rescue shell as well. */
  readonly strong: boolean;
}

export interface Container {
  /** What shows that the bundle was collected inside a container; empty on a host. */
  readonly marks: readonly ContainerMark[];
}

/** Whether the bundle comes from inside a container, by whatever tells of it. */
export const container = derivedFact({
  name: 'host.container',
  describes: 'Marks of a container that the bundle was collected in',
  collect: { title: 'systemd-detect-virt', command: 'systemd-detect-virt > systemd-detect-virt' },
  needs: {
    virt: optional(virtualization),
    group: optional(initCgroup),
    files: optional(containerFiles),
    mounted: optional(mounts),
    init: optional(initSystem),
    list: optional(processList),
  },
  derive({ virt, group, files, mounted, init, list }): Container {
    if (!virt && !group && !files && !mounted && !list) {
      throw new NotCollectedError('nothing tells whether this is a container');
    }
    const workload = list && !hasKernelThreads(list) ? init?.workload : undefined;
    const marks = [
      ...byVirtualization(virt),
      ...byCgroup(group),
      ...(files?.paths ?? []).map((entry) => ({ engine: engineOfFile(entry), at: { entry }, strong: true })),
      ...byMounts(mounted),
      ...(workload ? [{ engine: 'container', at: workload.at, strong: false }] : []),
    ];
    return { marks };
  },
});

const CONTAINERS = /^(?:docker|podman|lxc(?:-libvirt)?|systemd-nspawn|openvz|rkt|pouch|container-other)$/u;

function byVirtualization(virt: Virtualization | undefined): readonly ContainerMark[] {
  if (!virt || !CONTAINERS.test(virt.type.value)) return [];
  return [{ engine: virt.type.value, at: virt.type.at, strong: true }];
}

const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^\/kubepods(?:[./]|$)/u, 'kubernetes'],
  [/^\/(?:system\.slice\/)?docker[-/][\da-f]{12,}/u, 'docker'],
  [/libpod-[\da-f]{12,}/u, 'podman'],
  [/^\/lxc(?:\.payload[^/]*)?\//u, 'lxc'],
  [/^\/machine\.slice\/systemd-nspawn/u, 'systemd-nspawn'],
];

/** On a host process 1 is in `/` or `/init.scope`. */
function byCgroup(group: InitCgroup | undefined): readonly ContainerMark[] {
  for (const { value, at } of group?.groups ?? []) {
    const engine = GROUPS.find(([pattern]) => pattern.test(value))?.[1];
    if (engine !== undefined) return [{ engine, at, strong: true }];
  }
  return [];
}

function engineOfFile(path: string): string {
  return path.endsWith('.dockerenv') ? 'docker' : 'podman';
}

// overlay on / type overlay (rw,relatime,lowerdir=/var/lib/docker/overlay2/l/ABC:…)
const STORES: readonly (readonly [RegExp, string])[] = [
  [/(?:lower|upper|work)dir=\S*\/var\/lib\/docker\//u, 'docker'],
  [/(?:lower|upper|work)dir=\S*\/containers\/storage\//u, 'podman'],
  [/(?:lower|upper|work)dir=\S*\/io\.containerd\.snapshotter/u, 'containerd'],
];

function byMounts(mounted: Mounts | undefined): readonly ContainerMark[] {
  const marks: ContainerMark[] = [];
  for (const { value, at } of mounted?.mounts ?? []) {
    const store = value.target === '/' && STORES.find(([pattern]) => pattern.test(value.options));
    if (store) marks.push({ engine: store[1], at, strong: true });
    // Inside a container lxcfs covers single files of /proc; on the host it has a folder of its own.
    if (value.type === 'fuse.lxcfs' && value.target.startsWith('/proc/')) {
      marks.push({ engine: 'lxc', at, strong: true });
    }
  }
  return marks.slice(0, 2);
}

function hasKernelThreads({ processes }: ProcessList): boolean {
  return processes.some(({ value }: Located<{ readonly name: string }>) => value.name === '[kthreadd]');
}
