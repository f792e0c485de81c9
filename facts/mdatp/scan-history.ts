import {
  textFact,
  UnreadableError,
  type Located,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { memberAt, readJson, type JsonNode } from '../json-lines.ts';
import { hostFile, places } from '../places.ts';
import { isoDate } from './health-date.ts';
import { threatsIn, type Threat } from './threat.ts';

export interface Scan {
  /** `quick`, `full`, `custom`. */
  readonly type: string;
  /** `succeeded`, `failed`, `cancelled`, … in small letters. */
  readonly state: string;
  /** ISO 8601, UTC; empty where the file has none. */
  readonly started: string;
  readonly ended: string;
  readonly files: number;
  readonly scheduled: boolean;
  readonly threats: number;
}

export interface ScanHistory {
  /** In the order of the file. */
  readonly scans: readonly Located<Scan>[];
  readonly threats: readonly Located<Threat>[];
}

/**
 * Scans that were asked for or scheduled; times are milliseconds since 1970, written as texts:
 *
 *   {"scans": [{"type": "quick", "state": "succeeded", "startTime": "1791943200000", "endTime": "1791943391000",
 *               "filesScanned": 40211, "scheduled": true, "threats": []}]}
 */
export const scanHistory = textFact<ScanHistory>({
  name: 'mdatp.scan-history',
  describes: 'Scans of the antivirus and how they ended',
  collect: { title: 'wdavhistory', command: 'sudo cat /var/opt/microsoft/mdatp/wdavhistory > wdavhistory' },
  fields: {
    scans: {
      type: 'rows',
      describes: 'Scans',
      row: {
        type: { type: 'string', describes: 'Kind', oneOf: ['quick', 'full', 'custom'] },
        state: { type: 'string', describes: 'How it ended' },
        started: { type: 'date', describes: 'Begin' },
        ended: { type: 'date', describes: 'End' },
        files: { type: 'number', describes: 'Files scanned' },
        scheduled: { type: 'boolean', describes: 'Whether a schedule started it' },
        threats: { type: 'number', describes: 'Threats found' },
      },
    },
    threats: {
      type: 'rows',
      describes: 'Threats that the scans found',
      row: {
        name: { type: 'string', describes: 'Name' },
        status: { type: 'string', describes: 'What became of it' },
      },
    },
  },
  view: { kind: 'table', title: 'Scans', rows: 'scans' },
  maxBytes: 8 * 1024 * 1024,
  from: places(hostFile('var/opt/microsoft/mdatp/wdavhistory'), {
    'client-analyzer': 'wdavhistory',
    plain: 'wdavhistory.json',
  }),
  looksLike: (head) =>
    /^\s*\{\s*"scans"\s*:\s*\[/u.test(head) && /"filesScanned"|"scheduled"|\[\s*\]/u.test(head),
  parse,
});

function parse(entry: TextEntry, note: Note): ScanHistory {
  refuseFailedCommand(entry);
  const { root, error } = readJson(entry.lines());
  const list = memberAt(root, 'scans')?.value;
  if (list?.kind !== 'array')
    throw new UnreadableError(`${entry.path} holds no list of scans: ${error?.detail ?? 'no scans'}`);
  if (error) note({ code: 'malformed-file', detail: error.detail, at: error.at });
  const scans = list.items.filter(({ kind }) => kind === 'object');
  return { scans: scans.map(scanOf), threats: threatsIn(list) };
}

function scanOf(node: JsonNode): Located<Scan> {
  const value: Scan = {
    type: textAt(node, 'type'),
    state: textAt(node, 'state').toLowerCase(),
    started: isoDate(textAt(node, 'startTime')) ?? '',
    ended: isoDate(textAt(node, 'endTime')) ?? '',
    files: Number(textAt(node, 'filesScanned')) || 0,
    scheduled: textAt(node, 'scheduled') === 'true',
    threats: threatsIn(node).length,
  };
  return { value, at: memberAt(node, 'state')?.at ?? node.at };
}

function textAt(node: JsonNode, key: string): string {
  const value = memberAt(node, key)?.value;
  if (value?.kind === 'scalar' && value.value !== null) return String(value.value);
  const type = memberAt(value, '$type')?.value;
  return type?.kind === 'scalar' ? String(type.value) : '';
}
