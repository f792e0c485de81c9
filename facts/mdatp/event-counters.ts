import { NotCollectedError, textsFact, type Located, type TextEntry } from '../../engine/api/index.ts';
import { readJson, type JsonNode } from '../json-lines.ts';
import { hostFile, places } from '../places.ts';

export interface EventCounter {
  /** As written: `droppedEvents`, `lost_events_count`, `Timed out events`. */
  readonly name: string;
  readonly count: number;
}

export interface EventCounters {
  /** File by file, in the order of the files. */
  readonly counters: readonly Located<EventCounter>[];
}

/**
 * What the agent counted of its events, received and dropped; numbers may be strings:
 *
 *   { "receivedEvents": "902118", "droppedEvents": "22107" }
 *   lost_events_count : 0
 *   Timed out events: 0
 */
export const eventCounters = textsFact<EventCounters>({
  name: 'mdatp.event-counters',
  describes: 'Events that the agent received, and those it dropped',
  collect: { title: 'mdatp diagnostic create', command: 'sudo mdatp diagnostic create' },
  fields: {
    counters: {
      type: 'rows',
      describes: 'Counters, file by file',
      row: {
        name: { type: 'string', describes: 'Name, as written' },
        count: { type: 'number', describes: 'Events' },
      },
    },
  },
  view: { kind: 'table', title: 'Events of the agent', rows: 'counters' },
  from: places(hostFile('var/log/microsoft/mdatp/*event_provider_counters.json'), {
    'client-analyzer': ['mde_event_statistics.txt', 'mde_ebpf_statistics.txt'],
    plain: ['mde_event_statistics.txt', 'mde_ebpf_statistics.txt', 'mdatp_ebpf_statistics*'],
  }),
  parse(entries): EventCounters {
    const counters = entries.flatMap(countersOf);
    if (counters.length === 0) throw new NotCollectedError('no file counts the events of the agent');
    return { counters };
  },
});

// Timed out events: 0 · received_events_count : 48120377; a path or the number of a system call is no counter
const COUNTER = /^(?<name>[A-Za-z][A-Za-z _]{2,60}?)\s{0,20}:\s{0,20}(?<count>\d{1,15})$/u;

function countersOf(entry: TextEntry): readonly Located<EventCounter>[] {
  if (/^\s*[[{]/u.test(entry.text)) return jsonCounters(readJson(entry.lines()).root);
  return entry.lines().flatMap(({ text, at }) => {
    const found = COUNTER.exec(text.trim())?.groups;
    return found ? [{ value: { name: found['name'] ?? '', count: Number(found['count']) }, at }] : [];
  });
}

function jsonCounters(node: JsonNode | undefined): readonly Located<EventCounter>[] {
  if (node?.kind === 'array') return node.items.flatMap(jsonCounters);
  if (node?.kind !== 'object') return [];
  return node.members.flatMap(({ key, value, at }) => {
    if (value.kind !== 'scalar') return jsonCounters(value);
    const text = String(value.value);
    return /^\d{1,15}$/u.test(text) ? [{ value: { name: key, count: Number(text) }, at }] : [];
  });
}
