import Papa from 'papaparse';

import {
  textFact,
  UnreadableError,
  type Line,
  type Located,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

/** What one program took while the client analyzer ran: the mean of its processes, not their sum. */
export interface CommandLoad {
  readonly command: string;
  /** Of one core. */
  readonly meanPercent: number;
  /** Rows that the mean was made of, where the summary says so. */
  readonly samples?: number;
}

export interface CpuSummary {
  readonly commands: readonly Located<CommandLoad>[];
}

/**
 * The summary that the client analyzer makes of its samples, a table with commas or other signs between the columns:
 *
 *   command,samples,cpu_mean,cpu_max,mem_mean
 *   wdavdaemon,9,2.0,5.0,0.8
 */
export const cpuSummary = textFact<CpuSummary>({
  name: 'process.cpu-summary',
  describes: 'Load of each program while the client analyzer ran',
  collect: { title: 'client analyzer', command: 'sudo ./MDESupportTool -d' },
  fields: {
    commands: {
      type: 'rows',
      describes: 'Programs, in the order of the summary',
      row: {
        command: { type: 'string', describes: 'Program' },
        meanPercent: { type: 'number', describes: 'Mean share of one core of a process', unit: '%' },
        samples: { type: 'number', describes: 'Rows that the mean was made of' },
      },
    },
  },
  view: { kind: 'table', title: 'Load by program', rows: 'commands' },
  from: {
    'client-analyzer': ['top_summary.txt', 'top_summary.csv'],
    plain: ['top_summary.txt', 'top_summary.csv'],
  },
  parse,
});

function parse(entry: TextEntry): CpuSummary {
  refuseFailedCommand(entry);
  const lines = entry.lines().filter(({ text }) => text.trim() !== '');
  const [head, ...rows] = lines;
  const { data, meta } = Papa.parse<string[]>(head?.text ?? '');
  const headings = (data[0] ?? []).map((one) => one.trim().toLowerCase());
  const columns = {
    command: headings.findIndex((one) => /^(?:command|process|name)$/u.test(one)),
    mean: headings.findIndex((one) => /cpu/u.test(one) && /mean|av(?:era)?g/u.test(one)),
    samples: headings.findIndex((one) => /^(?:samples|count)$/u.test(one)),
  };
  if (columns.command < 0 || columns.mean < 0)
    throw new UnreadableError(`${entry.path} has no columns for the program and the mean of its load`);
  return { commands: rows.flatMap((line) => rowOf(line, meta.delimiter, columns)) };
}

function rowOf(
  { text, at }: Line,
  delimiter: string,
  columns: { readonly command: number; readonly mean: number; readonly samples: number },
): readonly Located<CommandLoad>[] {
  const cells = Papa.parse<string[]>(text, { delimiter }).data[0] ?? [];
  const command = cells[columns.command]?.trim() ?? '';
  const mean = numberOf(cells[columns.mean]);
  const samples = numberOf(cells[columns.samples]);
  if (command === '' || mean === undefined) return [];
  const value = { command, meanPercent: mean, ...(samples === undefined ? {} : { samples }) };
  return [{ value, at }];
}

function numberOf(cell: string | undefined): number | undefined {
  const text = cell?.trim().replace(/%$/u, '') ?? '';
  return /^\d{1,9}(?:\.\d{1,12})?$/u.test(text) ? Number(text) : undefined;
}
