import type { Line, Located, TextEntry } from '../../engine/api/index.ts';

/** One row as written. */
export interface DfRow {
  readonly source: string;
  readonly type?: string;
  readonly size: string;
  readonly used: string;
  readonly available: string;
  readonly percent: string;
  readonly target: string;
}

export interface DfTable {
  readonly header: string;
  readonly rows: readonly Located<DfRow>[];
}

/** The rows of df, told by their shape: three sizes, a share and a path at the end, whatever the language. */
export function dfTable(entry: TextEntry): DfTable {
  const raws = unwrapped(entry.lines()).filter(({ text }) => !/^\S*df: /u.test(text));
  const headerAt = raws.findIndex(
    ({ text }) => rawRow(text) === undefined && text.trim().split(/\s+/u).length > 4,
  );
  const rows = raws.flatMap(({ text, at }) => {
    const value = rawRow(text);
    return value ? [{ value, at }] : [];
  });
  // df -T names the type between source and size, in every row.
  const isTyped = rows.length > 0 && rows.every(({ value }) => /\s[a-z][\w.-]*$/u.test(value.source));
  return {
    header: raws[headerAt]?.text ?? '',
    rows: isTyped ? rows.map(({ value, at }) => ({ value: typed(value), at })) : rows,
  };
}

/** A long source stands alone on its line; the rest of its row is on the next. */
function unwrapped(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  let alone: Line | undefined;
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const isRest = alone && /^\s/u.test(line.text);
    const whole: Line = alone && isRest ? { text: `${alone.text} ${line.text}`, at: alone.at } : line;
    alone = isRest || /\s/u.test(line.text.trim()) ? undefined : line;
    if (!alone) joined.push(whole);
  }
  return joined;
}

const SIZE = String.raw`-?\d[\d.,]{0,30}[A-Za-z]{0,3}|-`;

//  98571884   4244032  89313940       5% /
const ROW = new RegExp(
  String.raw`\s(?<size>${SIZE})\s+(?<used>${SIZE})\s+(?<available>${SIZE})\s+(?<percent>\d+%|-)\s+(?<target>\/.*)$`,
  'u',
);

function rawRow(text: string): DfRow | undefined {
  const found = ROW.exec(text);
  const { size, used, available, percent, target } = found?.groups ?? {};
  if (!found || size === undefined || used === undefined || available === undefined) return undefined;
  if (percent === undefined || target === undefined) return undefined;
  const source = text.slice(0, found.index).trim();
  return source === '' ? undefined : { source, size, used, available, percent, target: target.trim() };
}

function typed(row: DfRow): DfRow {
  const cut = row.source.search(/\s+\S+$/u);
  return { ...row, source: row.source.slice(0, cut).trim(), type: row.source.slice(cut).trim() };
}
