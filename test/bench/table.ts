import type { Measured } from './measure.ts';

/** All runs of one program over the same archive. */
export interface Row {
  readonly name: string;
  readonly runs: readonly Measured[];
}

/** The middle value; of an even number, the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** Median time of a row as a multiple of another's. */
export function ratioOf(row: Row, base: Row): number {
  return median(row.runs.map(({ seconds }) => seconds)) / median(base.runs.map(({ seconds }) => seconds));
}

/**
 * One line a program: median time with the fastest and the slowest run, the time as a multiple of each base that
 * ran beside it, and the peak of memory of its largest process.
 */
export function tableOf(rows: readonly Row[], bases: readonly Row[]): string {
  const head = ['', 'median', 'fastest – slowest', ...bases.map(({ name }) => `× ${name}`), 'peak memory'];
  const body = rows.map((row) => {
    const seconds = row.runs.map((run) => run.seconds);
    return [
      row.name,
      `${median(seconds).toFixed(2)} s`,
      `${Math.min(...seconds).toFixed(2)} – ${Math.max(...seconds).toFixed(2)} s`,
      ...bases.map((base) => ratioOf(row, base).toFixed(2)),
      peakOf(row),
    ];
  });
  return aligned([head, ...body]);
}

const MEBIBYTE = 1024 * 1024;

/** The highest of all runs: memory that was needed once is needed. */
function peakOf({ runs }: Row): string {
  const peaks = runs.flatMap(({ peakBytes, childPeakBytes }) =>
    peakBytes === undefined ? [] : [Math.max(peakBytes, childPeakBytes ?? 0)],
  );
  return peaks.length === 0 ? 'not told' : `${Math.round(Math.max(...peaks) / MEBIBYTE)} MiB`;
}

/** Columns of equal width, two spaces apart; the first to the left, figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
