import { lineFact, type Line, type Located } from '../../engine/api/index.ts';
import { auditLogs } from '../log-places.ts';

/** How often one key, type or program stands in the records. */
export interface AuditCount {
  readonly name: string;
  readonly count: number;
}

export interface AuditLogStatistics {
  readonly records: number;
  /** Records of system calls that carry a key. */
  readonly keyed: number;
  /** Each located at its first record, most frequent first. */
  readonly keys: readonly Located<AuditCount>[];
  readonly types: readonly Located<AuditCount>[];
  /** Programs whose system calls made records with the key of the agent. */
  readonly agentInitiators: readonly Located<AuditCount>[];
  /** Times of the first and the last record, in ISO 8601. */
  readonly first: string | undefined;
  readonly last: string | undefined;
}

type Counts = Map<string, { readonly at: Located<string>['at']; count: number }>;

interface State {
  records: number;
  keyed: number;
  readonly keys: Counts;
  readonly types: Counts;
  readonly initiators: Counts;
  first: number;
  last: number;
}

/** Different names that are counted of each; programs can be very many. */
const KEPT = 1000;
const NAME_LIMIT = 300;

const count = (what: string) => ({
  name: { type: 'string', describes: what } as const,
  count: { type: 'number', describes: 'Records' } as const,
});

/**
 * How many records the logs of audit hold, by key, type and program:
 *
 *   type=SYSCALL msg=audit(1718107200.014:8801204): arch=c000003e syscall=42 … exe="/opt/pay/bin/payd" key="mdatp"
 */
export const auditLogStatistics = lineFact<State, AuditLogStatistics>({
  name: 'audit.log-statistics',
  describes: 'Records in the logs of audit, by key, type and program',
  collect: { title: 'audit.log', command: 'sudo tar czf audit-logs.tar.gz /var/log/audit' },
  fields: {
    keys: { type: 'rows', describes: 'Records by key', row: count('Key') },
    types: { type: 'rows', describes: 'Records by type', row: count('Type') },
    agentInitiators: {
      type: 'rows',
      describes: 'Records with the key of the agent, by program',
      row: count('Program'),
    },
    first: { type: 'date', describes: 'Time of the first record' },
    last: { type: 'date', describes: 'Time of the last record' },
  },
  view: { kind: 'table', title: 'Records of audit by key', rows: 'keys' },
  from: auditLogs,
  needles: ['msg=audit('],
  start: () => ({
    records: 0,
    keyed: 0,
    keys: new Map(),
    types: new Map(),
    initiators: new Map(),
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
  }),
  line: readRecord,
  finish: ({ records, keyed, keys, types, initiators, first, last }) => ({
    records,
    keyed,
    keys: ordered(keys),
    types: ordered(types),
    agentInitiators: ordered(initiators),
    first: isoOf(first),
    last: isoOf(last),
  }),
});

// type=SYSCALL msg=audit(1718107200.014:8801204): … · node=db-01 type=SYSCALL msg=audit(…)
const RECORD = /(?:^|\s)type=(?<type>[A-Z][A-Z0-9_]{1,40}) msg=audit\((?<seconds>\d{1,11})\.\d{1,9}:\d+\)/u;
// key="mdatp" · key=(null) · key=6D6461747001666F6F, several joined by a byte 1, in hexadecimal
const KEY = /\skey=(?:"(?<quoted>[^"]{1,300})"|(?<hex>[0-9A-F]{4,600})(?=\s|$))/u;
const PROGRAM = /\sexe="(?<program>[^"]{1,300})"/u;
const AGENT_KEYS: readonly string[] = ['mdatp', 'mdatpmbr'];

function readRecord(state: State, line: Line): void {
  const record = RECORD.exec(line.text)?.groups;
  if (!record) return;
  const { type = '', seconds } = record;
  state.records++;
  state.first = Math.min(state.first, Number(seconds));
  state.last = Math.max(state.last, Number(seconds));
  add(state.types, type, line);
  // A change of the rules bears the key of the rule, and is no event of it.
  if (type !== 'SYSCALL') return;
  const keys = keysOf(line.text);
  if (keys.length === 0) return;
  state.keyed++;
  for (const key of keys) add(state.keys, key, line);
  if (!keys.some((key) => AGENT_KEYS.includes(key))) return;
  const program = PROGRAM.exec(line.text)?.groups?.['program'];
  if (program !== undefined) add(state.initiators, program, line);
}

function keysOf(text: string): readonly string[] {
  const found = KEY.exec(text)?.groups;
  if (found?.['quoted'] !== undefined) return [found['quoted']];
  const hex = found?.['hex'];
  if (hex === undefined) return [];
  return Buffer.from(hex, 'hex').toString('utf8').split('\u0001').filter(Boolean);
}

function add(counts: Counts, name: string, line: Line): void {
  const short = name.slice(0, NAME_LIMIT);
  const known = counts.get(short);
  if (known) known.count++;
  else if (counts.size < KEPT) counts.set(short, { at: line.at, count: 1 });
}

function ordered(counts: Counts): readonly Located<AuditCount>[] {
  return [...counts]
    .map(([name, { at, count: records }]) => ({ value: { name, count: records }, at }))
    .toSorted((a, b) => b.value.count - a.value.count);
}

function isoOf(seconds: number): string | undefined {
  return Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString() : undefined;
}
