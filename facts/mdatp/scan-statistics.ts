import {
  NotCollectedError,
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type Location,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { countOf, memberAt, readJson, textOf, type JsonNode } from '../json-lines.ts';

/** What was scanned for one process since the statistics began. */
export interface ScannedProcess {
  readonly name: string;
  readonly path: string;
  readonly pid?: number;
  readonly files: number;
  readonly seconds: number;
}

export interface ScanStatistics {
  /** Each where its number of files stands. */
  readonly processes: readonly Located<ScannedProcess>[];
}

/**
 * For which processes real-time protection scanned files, as text or as JSON; agents of before 2023 write the keys of
 * the JSON with underscores:
 *
 *   Process id: 560
 *   Name: NetworkManager
 *   Path: "/usr/sbin/NetworkManager"
 *   Total files scanned: 261
 *   Scan time (ns): "3070788919"
 *
 *   {"counters":[{"id":1,"name":"cron","path":"/usr/sbin/cron","totalFilesScanned":"41","totalScanTime":"3570617"}]}
 */
export const scanStatistics = textFact<ScanStatistics>({
  name: 'mdatp.scan-statistics',
  describes: 'Files scanned by real-time protection, by process',
  collect: {
    title: 'real-time protection statistics',
    command:
      'sudo mdatp diagnostic real-time-protection-statistics --output json > real_time_protection.json',
  },
  fields: {
    processes: {
      type: 'rows',
      describes: 'Processes, in the order of the listing',
      row: {
        name: { type: 'string', describes: 'Name' },
        path: { type: 'string', describes: 'Program' },
        pid: { type: 'number', describes: 'Process id' },
        files: { type: 'number', describes: 'Files scanned' },
        seconds: { type: 'number', describes: 'Time of the scans', unit: 's' },
      },
    },
  },
  view: { kind: 'table', title: 'Scans by process', rows: 'processes' },
  from: {
    'client-analyzer': ['rtp_statistics.txt', 'rtp_statistics.json', 'real_time_protection*.json'],
    'mdatp-diagnostic': 'real_time_protection*.json',
    sosreport: ['rtp_statistics*', 'real_time_protection*.json'],
    plain: ['rtp_statistics*', 'real_time_protection*', 'real-time-protection*'],
  },
  looksLike: (head) =>
    (/^Total files scanned:\s*\d/mu.test(head) && /^Scan time \(ns\):/mu.test(head)) ||
    (/"counters"\s*:/u.test(head) && /"total_?[Ff]iles_?[Ss]canned"\s*:/u.test(head)),
  parse,
});

function parse(entry: TextEntry, note: Note): ScanStatistics {
  refuseFailedCommand(entry);
  const lines = entry.lines();
  const start = lines.findIndex(({ text }) => text.trim() !== '');
  const isJson = /^\s*[[{]/u.test(lines[start]?.text ?? '');
  const processes = isJson ? fromJson(lines.slice(start), note) : fromText(lines);
  if (processes.length === 0) refuseWithout(entry);
  return { processes };
}

function fromJson(lines: readonly Line[], note: Note): readonly Located<ScannedProcess>[] {
  const { root, error } = readJson(lines);
  if (error) note({ code: 'malformed-file', detail: error.detail, at: error.at });
  const counters = memberAt(root, 'counters')?.value ?? root;
  return counters?.kind === 'array' ? counters.items.flatMap(counterOf) : [];
}

function counterOf(node: JsonNode): readonly Located<ScannedProcess>[] {
  const files = memberAt(node, 'totalFilesScanned') ?? memberAt(node, 'total_files_scanned');
  const time = memberAt(node, 'totalScanTime') ?? memberAt(node, 'total_scan_time');
  const count = countOf(files?.value);
  if (!files || count === undefined) return [];
  const pid = countOf(memberAt(node, 'id')?.value);
  const value = {
    name: textOf(memberAt(node, 'name')?.value) ?? '',
    path: textOf(memberAt(node, 'path')?.value) ?? '',
    ...(pid === undefined ? {} : { pid }),
    files: count,
    seconds: (countOf(time?.value) ?? 0) / 1e9,
  };
  return [{ value, at: files.at }];
}

// Path: "/usr/sbin/cron" · Scan time (ns): "716836547"
const PAIR = /^\s*(?<key>Process id|Name|Path|Total files scanned|Scan time \(ns\)):\s*(?<value>.*)$/u;

function fromText(lines: readonly Line[]): readonly Located<ScannedProcess>[] {
  const found: Located<ScannedProcess>[] = [];
  let block = new Map<string, Located<string>>();
  const close = (): void => {
    found.push(...blockOf(block));
    block = new Map();
  };
  for (const { text, at } of lines) {
    const { key, value = '' } = PAIR.exec(text)?.groups ?? {};
    if (key === 'Process id' || /^=+\s*$/u.test(text)) close();
    if (key !== undefined) block.set(key, { value: unquoted(value.trim()), at });
  }
  close();
  return found;
}

function unquoted(text: string): string {
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

function blockOf(block: ReadonlyMap<string, Located<string>>): readonly Located<ScannedProcess>[] {
  const text = (key: string): string => block.get(key)?.value ?? '';
  const files = block.get('Total files scanned');
  if (!files || !/^\d{1,15}$/u.test(files.value)) return [];
  const pid = /^\d{1,10}$/u.test(text('Process id')) ? Number(text('Process id')) : undefined;
  const at: Location = files.at;
  const value = {
    name: text('Name'),
    path: text('Path'),
    ...(pid === undefined ? {} : { pid }),
    files: Number(files.value),
    seconds: /^\d{1,19}$/u.test(text('Scan time (ns)')) ? Number(text('Scan time (ns)')) / 1e9 : 0,
  };
  return [{ value, at }];
}

// Real time protection statistics is disabled. · "counters": null, as tamper protection makes it
const NONE = /disabled|not enabled|could not|cannot|failed|^error|"counters"\s*:\s*(?:null|\[\s*\])/imu;

function refuseWithout(entry: TextEntry): never {
  const said = entry.lines().find(({ text }) => NONE.test(text));
  if (said || NONE.test(entry.text)) {
    const text = (said?.text ?? entry.text).trim().slice(0, 200);
    throw new NotCollectedError(`${entry.path} says: ${text}`);
  }
  throw new UnreadableError(`${entry.path} lists no scanned process`);
}
