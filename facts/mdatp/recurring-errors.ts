import { lineFact, type Line, type Located, type Location, type Places } from '../../engine/api/index.ts';

/** Errors of one form: what differs from one to the next is left out. */
export interface RecurringError {
  /** The first of them, as it was logged. */
  readonly example: string;
  /** The message without its numbers and ids. */
  readonly signature: string;
  readonly count: number;
  /** ISO 8601 in UTC, of the earliest and the latest. */
  readonly first: string;
  readonly last: string;
}

export interface ErrorLogs {
  /** The most frequent first; each where its first line stands. */
  readonly errors: readonly Located<RecurringError>[];
}

interface Group {
  readonly example: string;
  readonly at: Location;
  count: number;
  first: string;
  last: string;
}

type State = Map<string, Group>;

const FILES = ['*err.log*', 'rotated/*err.log*'] as const;
const IN_FOLDER = FILES.map((file) => `var/log/microsoft/mdatp/${file}`);

const errorLogs: Places = {
  'mdatp-diagnostic': IN_FOLDER,
  'client-analyzer': ['mde_diagnostic.zip', 'mde_diagnostic'].flatMap((part) =>
    IN_FOLDER.map((path) => (part.endsWith('.zip') ? `${part}!/${path}` : `${part}/${path}`)),
  ),
  sosreport: IN_FOLDER,
  plain: [...IN_FOLDER, 'microsoft_defender*err.log*'],
};

/** Forms that are kept apart; a log with more of them repeats nothing. */
const MOST_FORMS = 5000;
/** Characters of a message that are looked at. */
const MESSAGE_LIMIT = 400;

/**
 * Errors in the agent's own error logs, by their form; old agents write no thread:
 *
 *   [1204][1244][2026-10-13 09:00:11.120000 UTC][error]: Heartbeat to gw.example failed: HTTP 407, request 48120
 */
export const recurringErrors = lineFact<State, ErrorLogs>({
  name: 'mdatp.recurring-errors',
  describes: 'Errors that the agent logged, by their form',
  collect: { title: 'mdatp diagnostic', command: 'sudo mdatp diagnostic create' },
  fields: {
    errors: {
      type: 'rows',
      describes: 'Forms of errors, the most frequent first',
      row: {
        example: { type: 'string', describes: 'The first of them' },
        count: { type: 'number', describes: 'How often' },
        first: { type: 'date', describes: 'The earliest' },
        last: { type: 'date', describes: 'The latest' },
      },
    },
  },
  view: {
    kind: 'table',
    title: 'Errors of the agent',
    rows: 'errors',
    columns: ['count', 'first', 'last', 'example'],
  },
  from: errorLogs,
  needles: ['UTC][err', 'UTC][crit', 'UTC][fatal'],
  start: () => new Map(),
  line: take,
  finish: (state) => ({ errors: [...state].map(errorOf).sort(byCount) }),
});

const LINE =
  /\[(?<date>\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d:\d\d)(?:\.\d{1,9})? UTC\]\[[a-z]{3,12}\]:?\s*(?<message>\S.*)$/iu;

function take(state: State, line: Line): void {
  const { date, time, message = '' } = LINE.exec(line.text)?.groups ?? {};
  if (date === undefined) return;
  const when = `${date}T${time}Z`;
  const text = message.slice(0, MESSAGE_LIMIT).trim();
  const signature = signatureOf(text);
  const group = state.get(signature);
  if (group) {
    group.count++;
    if (when < group.first) group.first = when;
    if (when > group.last) group.last = when;
  } else if (state.size < MOST_FORMS) {
    state.set(signature, { example: text, at: line.at, count: 1, first: when, last: when });
  }
}

// 5b1f4c2e-93d0-4f7a-8c15-2f0e7d6a9b31 · 0x7f1d20000000 · 9f86d081884c7d65 · 48120, but not the status in HTTP 407
const ID = /\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b|\b0x[\da-f]+\b|\b(?=[a-f]*\d)[\da-f]{8,}\b/giu;
const NUMBER = /(?<!\bHTTP )\d+/gu;

function signatureOf(text: string): string {
  return text.replace(ID, '#').replace(NUMBER, '#');
}

function errorOf([signature, { example, at, count, first, last }]: [string, Group]): Located<RecurringError> {
  return { value: { example, signature, count, first, last }, at };
}

function byCount(a: Located<RecurringError>, b: Located<RecurringError>): number {
  return b.value.count - a.value.count || (a.value.signature < b.value.signature ? -1 : 1);
}
