import {
  cannotTell,
  cite,
  defineAnalyzer,
  optional,
  sourcesOf,
  type Citation,
  type Located,
} from '../../engine/api/index.ts';
import { exclusions, type Exclusion, type Exclusions } from '../../facts/mdatp/exclusions.ts';
import { processList, type ProcessList } from '../../facts/process/process-list.ts';
import { mounts, type Mount, type Mounts } from '../../facts/storage/mounts.ts';
import { agentPresent } from '../applies.ts';
import { folderOf } from '../exclusions/folder-of.ts';
import { containerRuntimes, type ContainerRuntime } from '../knowledge/container-runtimes.ts';
import { links } from '../links.ts';
import { isBelow } from './is-below.ts';

/** File systems of containers that are cited; a node of a cluster has hundreds. */
const MOST_MOUNTS = 2;

export const containerHost = defineAnalyzer({
  id: 'performance/container-host',
  title: 'Host that runs containers',
  why: 'The agent scans what containers do on the host as well, and images that are unpacked make much work.',
  severity: 'info',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { list: optional(processList), mounted: optional(mounts), excluded: optional(exclusions) },
  messages: {
    runs: 'The host runs containers ({runtimes}), {count} of which have their file system mounted',
    excluded:
      'The host runs containers ({runtimes}), and {folder} is excluded: what they run from there is not scanned',
  },
  remediation: {
    steps: [
      'Exclude nothing for the containers as long as no measurement asks for it.',
      'Watch the input and output below the folder of the runtime while images are pulled or built.',
      'Narrow an exclusion of the whole folder to the data that needs it.',
    ],
    commands: [
      { command: 'findmnt -t overlay', risk: 'safe' },
      { command: 'mdatp exclusion list', risk: 'safe' },
    ],
    links: [links.prerequisites],
  },
  sources: [{ document: 'mde-linux-prerequisites', date: '2026-03-08' }, ...sourcesOf(containerRuntimes)],

  evaluate({ list, mounted, excluded }, { know }) {
    const runtimes = know(containerRuntimes);
    const stores = runtimes.flatMap((one) => one.stores);
    const running = runtimes.flatMap((runtime) => runsAt(list, runtime));
    const overlays = containerMounts(mounted, stores);
    const [first, ...rest] = [...running, ...overlays.slice(0, MOST_MOUNTS)];
    if (!first)
      return list ? [] : cannotTell('The processes of the host are not in the bundle.', { processList });
    const names = running.length > 0 ? running.map(({ value }) => value) : ['overlay mounts'];
    const params = { runtimes: names.join(', '), count: overlays.length };
    const evidence: readonly [Citation, ...Citation[]] = [cite(first), ...rest.map((one) => cite(one))];
    const covering = coversStore(excluded, stores);
    if (!covering) return [{ message: 'runs', params, evidence, identity: [] }];
    const folder = covering.value.value;
    return [
      {
        message: 'excluded',
        params: { runtimes: params.runtimes, folder },
        evidence: [...evidence, cite(covering, 'conflicts-with')],
        identity: [folder],
      },
    ];
  },
});

/** The first process of a runtime, under the runtime's name. */
function runsAt(
  list: ProcessList | undefined,
  { runtime, processes }: ContainerRuntime,
): readonly Located<string>[] {
  const found = list?.processes.find(({ value }) => processes.includes(value.name));
  return found ? [{ value: runtime, at: found.at }] : [];
}

function containerMounts(mounted: Mounts | undefined, stores: readonly string[]): readonly Located<Mount>[] {
  return (mounted?.mounts ?? []).filter(
    ({ value }) => value.type === 'overlay' && stores.some((store) => isBelow(value.target, store)),
  );
}

/** An exclusion of a runtime's whole folder, or of one above it. */
function coversStore(
  excluded: Exclusions | undefined,
  stores: readonly string[],
): Located<Exclusion> | undefined {
  return excluded?.exclusions.find(({ value }) => {
    const folder = folderOf(value);
    return folder !== undefined && stores.some((store) => isBelow(store, folder));
  });
}
