import { lineFact, type Located, type Location } from '../../engine/api/index.ts';
import { hostFile } from '../places.ts';

/** A machine made of an image, as cloud-init knows it. */
export interface CloudInstance {
  readonly id: string;
  /** ISO 8601 in UTC: when cloud-init first did for it what is done once. */
  readonly firstBoot: string;
}

export interface CloudInstances {
  /** The oldest first; an image that was taken from a running host brings that one along. */
  readonly instances: readonly Located<CloudInstance>[];
}

type State = Map<string, { when: string; at: Location }>;

/**
 * The first boots of a machine in the log of cloud-init, which writes a mark for each module that runs once only; its
 * times are UTC:
 *
 *   2026-10-01 05:10:31,442 - util.py[DEBUG]: Writing to /var/lib/cloud/instances/i-0a1b/sem/config_ssh - wb: [644] 25 bytes
 */
export const cloudInstances = lineFact<State, CloudInstances>({
  name: 'host.cloud-instances',
  describes: 'First boots of the machine, as cloud-init logged them',
  collect: { title: 'cloud-init.log', command: 'sudo cat /var/log/cloud-init.log > cloud-init.log' },
  fields: {
    instances: {
      type: 'rows',
      describes: 'Machines, the oldest first',
      row: {
        id: { type: 'string', describes: 'Id of the instance' },
        firstBoot: { type: 'date', describes: 'First boot' },
      },
    },
  },
  view: { kind: 'table', title: 'Machines of the image', rows: 'instances' },
  from: hostFile('var/log/cloud-init.log*'),
  needles: ['/var/lib/cloud/instances/'],
  start: () => new Map(),
  line(state, line) {
    const { date, time, id = '' } = MARK.exec(line.text)?.groups ?? {};
    if (date === undefined) return;
    const when = `${date}T${time}Z`;
    const known = state.get(id);
    if (!known || when < known.when) state.set(id, { when, at: line.at });
  },
  finish: (state) => ({
    instances: [...state]
      .map(([id, { when, at }]) => ({ value: { id, firstBoot: when }, at }))
      .sort((a, b) => (a.value.firstBoot < b.value.firstBoot ? -1 : 1)),
  }),
});

const MARK =
  /^(?<date>\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d:\d\d),\d{1,6} - .{0,60}?Writing to \/var\/lib\/cloud\/instances\/(?<id>[^/\s]{1,100})\/sem\//u;
