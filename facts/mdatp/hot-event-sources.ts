import {
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { countOf, memberAt, readJson, textOf, type JsonNode } from '../json-lines.ts';

/** A file or a program that events are about. */
export interface HotEventSource {
  readonly path: string;
  readonly events: number;
}

export interface HotEventSources {
  /** All events while it watched, those of no source among them. */
  readonly total: Located<number>;
  readonly sources: readonly Located<HotEventSource>[];
}

/**
 * Where most events come from, as the JSON report or as the text of the command, which prints the table anew every
 * second; the last one holds the sums (linux-support-perf, 2025-01):
 *
 *   {"totalEvent":"11373","eventSource":[{"authCount":"2832","notifyCount":"0","path":"/srv/db/wal/1"}]}
 *
 *   Total Events: 11179 Time: 12s. Throughput: 75.3333 events/sec.
 *   =========== Top 684 Hot Event Sources ===========
 *   count   file path
 *   2832    /srv/db/wal/1
 */
export const hotEventSources = textFact<HotEventSources>({
  name: 'mdatp.hot-event-sources',
  describes: 'Files and programs with most events',
  collect: {
    title: 'hot event sources',
    command: 'sudo timeout 30 mdatp diagnostic hot-event-sources files > hot_event_sources.txt',
  },
  fields: {
    total: { type: 'number', describes: 'Events in all' },
    sources: {
      type: 'rows',
      describes: 'Sources, in the order of the listing',
      row: {
        path: { type: 'string', describes: 'File or program' },
        events: { type: 'number', describes: 'Events' },
      },
    },
  },
  view: { kind: 'table', title: 'Hot event sources', rows: 'sources' },
  from: {
    'client-analyzer': ['hot_event_sources*', 'hot-event-sources*', 'hot_event*'],
    sosreport: ['hot_event_sources*', 'hot-event-sources*'],
    plain: ['hot_event_sources*', 'hot-event-sources*', 'hot_event*', 'hot-event*'],
  },
  looksLike: (head) =>
    /Hot Event Sources ={3}/u.test(head) ||
    (/"totalEvent"\s*:/u.test(head) && /"eventSource"\s*:/u.test(head)),
  parse,
});

function parse(entry: TextEntry, note: Note): HotEventSources {
  refuseFailedCommand(entry);
  const lines = entry.lines();
  const start = lines.findIndex(({ text }) => /^\s*\{/u.test(text));
  const found = start >= 0 ? fromJson(lines.slice(start), note) : fromText(lines);
  if (!found) throw new UnreadableError(`${entry.path} names no number of events`);
  return found;
}

function fromJson(lines: readonly Line[], note: Note): HotEventSources | undefined {
  const { root, error } = readJson(lines, { trailing: true });
  if (error) note({ code: 'malformed-file', detail: error.detail, at: error.at });
  const total = memberAt(root, 'totalEvent');
  const count = countOf(total?.value);
  if (!total || count === undefined) return undefined;
  const list = memberAt(root, 'eventSource')?.value;
  const sources = list?.kind === 'array' ? list.items.flatMap(sourceOf) : [];
  return { total: { value: count, at: total.at }, sources };
}

function sourceOf(node: JsonNode): readonly Located<HotEventSource>[] {
  const path = memberAt(node, 'path');
  const name = textOf(path?.value);
  if (!path || name === undefined || name === '') return [];
  const counts = ['authCount', 'notifyCount'].map((key) => countOf(memberAt(node, key)?.value) ?? 0);
  return [{ value: { path: name, events: counts.reduce((sum, one) => sum + one, 0) }, at: path.at }];
}

// Total Events: 11179 Time: 12s. Throughput: 75.3333 events/sec.
const TOTAL = /^\s*Total Events:\s*(?<total>\d{1,15})\b/u;
// 2832    /srv/db/wal/1
const ROW = /^\s*(?<events>\d{1,15})\s+(?<path>\/.*)$/u;

function fromText(lines: readonly Line[]): HotEventSources | undefined {
  const at = lines.findLastIndex(({ text }) => TOTAL.test(text));
  const head = lines[at];
  const total = TOTAL.exec(head?.text ?? '')?.groups?.['total'];
  if (!head || total === undefined) return undefined;
  const table = lines.slice(at + 1);
  const end = table.findIndex(({ text }) => /Hot Event Targets ={3}/u.test(text));
  const sources = (end < 0 ? table : table.slice(0, end)).flatMap((line) => {
    const { events, path = '' } = ROW.exec(line.text)?.groups ?? {};
    return events === undefined
      ? []
      : [{ value: { path: path.trim(), events: Number(events) }, at: line.at }];
  });
  return { total: { value: Number(total), at: head.at }, sources };
}
