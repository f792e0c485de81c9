import { cite, type Citation, type Evidence1, type Located } from '../../engine/api/index.ts';
import type { Repeated } from '../../facts/logged-messages.ts';

type Row = Located<Repeated>;

/** Places that are cited of one cause: the first ones, and the last. */
const MOST_CITED = 5;
const MOST_NAMED = 5;

export function timesOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { value }) => sum + value.times, 0);
}

/**
 * How often and when: `4×, Nov 4 08:30:00 – Nov 20 08:48:10`. The times are those of the log that tells most, as it
 * writes them; logs with different clocks are not mixed.
 */
export function seenText(rows: readonly Row[], times = timesOf(rows)): string {
  const { first, last } = spanOf(rows);
  const when = first === last ? [first] : [first, last];
  return [`${times}×`, when.filter((one) => one !== undefined).join(' – ')]
    .filter((part) => part !== '')
    .join(', ');
}

function spanOf(rows: readonly Row[]): Partial<Pick<Repeated, 'first' | 'last'>> {
  const log = Math.min(...rows.map(({ value }) => value.log));
  const inLog = rows.map(({ value }) => value).filter((value) => value.log === log);
  const [earliest] = inLog.toSorted((a, b) => a.span[0] - b.span[0]);
  const [latest] = inLog.toSorted((a, b) => b.span[1] - a.span[1]);
  return { first: earliest?.first, last: latest?.last };
}

/** Up to a handful of places: where each of the messages came first, and where the last of them came last. */
export function citeLogged([first, ...rest]: readonly [Row, ...Row[]]): Evidence1 {
  const shown = [first, ...rest.slice(0, MOST_CITED - 2)];
  const last = [first, ...rest].toSorted(
    (a, b) => a.value.log - b.value.log || b.value.span[1] - a.value.span[1],
  )[0]?.value.lastAt;
  const isShown = shown.some(({ at }) => at.entry === last?.entry && at.line === last.line);
  const end: readonly Citation[] = last && !isShown ? [cite(last)] : [];
  return [cite(first), ...shown.slice(1).map((row) => cite(row)), ...end];
}

/** `java, nfsd, crond and 3 more` */
export function namesText(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const more = distinct.length - MOST_NAMED;
  if (more <= 0) return distinct.join(', ');
  return `${distinct.slice(0, MOST_NAMED).join(', ')} and ${more} more`;
}

/** A list that holds something, or undefined. */
export function some<T>(rows: readonly T[]): readonly [T, ...T[]] | undefined {
  const [first, ...rest] = rows;
  return first === undefined ? undefined : [first, ...rest];
}
