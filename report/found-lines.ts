import { visible, visibleJson, visibleLine } from './escape.ts';

/** A line that was found in an entry, or one near it. */
export interface FoundLineShown {
  readonly line: number;
  readonly text: string;
  readonly cut: boolean;
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly context: boolean;
}

/** Follows a line that is longer than what is shown of it. */
const CUT_MARK = ' …';
/** Between lines that do not follow each other, where lines around matches are shown. */
const GAP = '--';

/** Remembers the last line, so that a gap behind it is marked. */
export interface FoundLinesPen {
  (entry: string, lines: readonly FoundLineShown[]): string;
}

/** `entry:line:text` of what matches and `entry-line-text` of what is near, one a line. */
export function foundLinesPen(marksGaps: boolean): FoundLinesPen {
  let last: { readonly entry: string; readonly line: number } | undefined;
  return (entry, lines) => {
    const name = visibleLine(entry);
    const rows = lines.flatMap(({ line, text, cut, context }) => {
      const follows = last === undefined || (last.entry === entry && last.line + 1 === line);
      last = { entry, line };
      const mark = context ? '-' : ':';
      const row = `${name}${mark}${line}${mark}${visible(text)}${cut ? CUT_MARK : ''}`;
      return marksGaps && !follows ? [GAP, row] : [row];
    });
    return rows.map((row) => `${row}\n`).join('');
  };
}

/** Lines as they are in the entry, fit for a screen. */
export function plainLines(lines: readonly FoundLineShown[]): string {
  return lines.map(({ text, cut }) => `${visible(text)}${cut ? CUT_MARK : ''}\n`).join('');
}

/** Rows of a JSON array, one a line, that is written while it grows. */
export interface JsonRows {
  row(data: unknown): string;
  end(): string;
}

export function jsonRows(): JsonRows {
  let count = 0;
  return {
    row: (data) => `${count++ === 0 ? '[\n' : ',\n'}${visibleJson(JSON.stringify(data))}`,
    end: () => (count === 0 ? '[]\n' : '\n]\n'),
  };
}

/** A found line as data; what is not so is left out. */
export function foundLineData(entry: string, { line, text, cut, ranges, context }: FoundLineShown): object {
  return { entry, line, text, ranges, ...(cut ? { cut } : {}), ...(context ? { context } : {}) };
}
