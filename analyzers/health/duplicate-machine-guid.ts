import {
  cannotTell,
  citeIn,
  defineFleetAnalyzer,
  type ExcerptItem,
  type FleetCitation,
  type FleetHost,
} from '../../engine/api/index.ts';
import { health } from '../../facts/mdatp/health.ts';
import { links } from '../links.ts';
import { onePerHost } from '../same-host.ts';

const NEEDS = {
  guid: { fact: health, field: 'machine_guid', optional: true },
  device: { fact: health, field: 'edr_machine_id', optional: true },
} as const;

type Host = FleetHost<typeof NEEDS>;
type NamedHost = Host & { readonly name: string };
type IdName = keyof typeof NEEDS;

/** Names in one sentence, and places of one finding. */
const MOST_HOSTS = 5;

export const duplicateMachineGuid = defineFleetAnalyzer({
  id: 'health/duplicate-machine-guid',
  title: 'Hosts with one identity',
  why: 'The portal takes the hosts for one device: alerts and actions reach whichever spoke last.',
  severity: 'high',
  confidence: 'likely',
  needs: NEEDS,
  messages: {
    guid: '{count} hosts have the machine guid {id}: {hosts}',
    device: '{count} hosts have the device id {id}: {hosts}',
  },
  remediation: {
    steps: [
      'Find out whether the hosts were cloned from one image that was onboarded already.',
      'Take the agent off each clone, with what it left behind, then install and onboard it anew.',
      'Onboard images in future only after they have become a host.',
    ],
    commands: [
      { command: 'mdatp health --field machine_guid', risk: 'safe' },
      { command: 'mdatp health --field edr_machine_id', risk: 'safe' },
    ],
    links: [links.goldenImages],
  },
  sources: [{ document: 'linux-deploy-defender-for-endpoint-using-golden-images', date: '2025-01' }],

  evaluate(hosts) {
    const named = onePerHost(hosts.filter((host) => idOf(host, 'guid') ?? idOf(host, 'device')));
    if (named.length < 2) return cannotTell('Fewer than two hosts have a name and an id.');
    const byGuid = groups(named, 'guid');
    // A clone has both ids of its image: one finding says it.
    const byDevice = groups(named, 'device').filter(
      (group) => !byGuid.some((known) => group.every((host) => known.includes(host))),
    );
    return [
      ...byGuid.map((group) => draftOf('guid', group)),
      ...byDevice.map((group) => draftOf('device', group)),
    ];
  },
});

/** Hosts that share an id, where more than one does. */
function groups(hosts: readonly NamedHost[], name: IdName): readonly (readonly NamedHost[])[] {
  const byId = Map.groupBy(hosts, (host) => idOf(host, name)?.id ?? '');
  return [...byId].filter(([id, group]) => id !== '' && group.length > 1).map(([, group]) => group);
}

function idOf(
  { values }: Host,
  name: IdName,
): { readonly id: string; readonly item: ExcerptItem } | undefined {
  const item = values[name]?.items[0];
  if (!item || typeof item.value !== 'string') return undefined;
  const id = item.value.trim().toLowerCase();
  // unavailable · 00000000-0000-0000-0000-000000000000
  return id === 'unavailable' || /^[0-]*$/u.test(id) ? undefined : { id, item };
}

function draftOf(name: IdName, group: readonly NamedHost[]) {
  const shown = group.slice(0, MOST_HOSTS);
  const names = shown.map((host) => host.name).join(', ');
  const [first, ...rest] = shown.flatMap((host): readonly FleetCitation[] => {
    const item = idOf(host, name)?.item;
    return item ? [citeIn(host, item)] : [];
  });
  const id = group[0] && idOf(group[0], name)?.id;
  if (!first || id === undefined) throw new Error('a group without an id');
  return {
    message: name,
    params: { count: group.length, id, hosts: group.length > MOST_HOSTS ? `${names}, …` : names },
    evidence: [first, ...rest] as const,
    identity: [id],
  };
}
