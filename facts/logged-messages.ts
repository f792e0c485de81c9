import type { EntryPath, Line, Located, Location } from '../engine/api/index.ts';
import { logFile } from './log-file.ts';
import { logStamp, type Clock } from './log-stamp.ts';

/** How often a message came. The place of the row is where it came first. */
export interface Repeated {
  readonly times: number;
  /** Times as the log writes them; undefined where it writes none. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly lastAt: Location;
  /** The log that it was counted in; 0 is the one that tells most. */
  readonly log: number;
  /** Place in that log of the first and of the last time: grows with time. */
  readonly span: readonly [first: number, last: number];
}

/** Different messages of one file that are told apart; what follows is counted as the last of them. */
const MOST_TEXTS = 500;

interface Sighting {
  readonly at: Location;
  readonly when: string | undefined;
  readonly clock: Clock;
}

interface Seen<T> {
  readonly value: T;
  readonly first: Sighting;
  last: Sighting;
  times: number;
}

/**
 * Messages of one kind, from all logs of a host. The same message stands in several of them: in dmesg, in kern.log, in
 * syslog and in the journal, each with another stamp, and none of them is sure to have all. So each text is counted in
 * the log that has it most often, the parts of a rotated log together; where logs agree, in the one that tells most.
 */
export class LoggedMessages<T extends object> {
  readonly #files = new Map<EntryPath, Map<string, Seen<T>>>();

  /** `text` is the message without stamp and host: what makes it the same in another log. */
  add(text: string, value: T, line: Line): void {
    this.addAt(text, value, sightingOf(line));
  }

  addAt(text: string, value: T, sighting: Sighting): void {
    const { entry } = sighting.at;
    const texts = this.#files.get(entry) ?? new Map<string, Seen<T>>();
    this.#files.set(entry, texts);
    const key = texts.size < MOST_TEXTS || texts.has(text) ? text : REST;
    const seen = texts.get(key);
    if (!seen) texts.set(key, { value, first: sighting, last: sighting, times: 1 });
    else {
      seen.times++;
      seen.last = sighting;
    }
  }

  /** One row for each text, those of the log that tells most first, in the order in which they came. */
  rows(): readonly Located<T & Repeated>[] {
    const files = [...this.#files].map(([entry, texts]) => ({ ...logFile(entry), texts }));
    const logs = [...Map.groupBy(files, ({ log }) => log).values()].map((parts) =>
      textsOfLog(parts.sort((a, b) => compare(a.age, b.age)).map(({ texts }) => texts)),
    );
    return inOrder(chosen(logs)).map(({ seen, log, first, last }) => ({
      value: {
        ...seen.value,
        times: seen.times,
        first: seen.first.when,
        last: seen.last.when,
        lastAt: seen.last.at,
        log,
        span: [first, last],
      },
      at: seen.first.at,
    }));
  }
}

/** Stands for all texts above the limit. */
const REST = '\u0000';

export function sightingOf({ at, text }: Line): Sighting {
  const { text: when, clock } = logStamp(text);
  return { at, when, clock };
}

/** A text in a whole log; places grow with the age of its parts and with the line. */
interface Placed<T> {
  readonly seen: Seen<T>;
  readonly first: number;
  readonly last: number;
}

/** No log has more lines. */
const LINES = 2 ** 36;

function textsOfLog<T>(parts: readonly ReadonlyMap<string, Seen<T>>[]): ReadonlyMap<string, Placed<T>> {
  const texts = new Map<string, Placed<T>>();
  for (const [index, part] of parts.entries()) {
    for (const [text, seen] of part) {
      const before = texts.get(text);
      const last = index * LINES + seen.last.at.line;
      const first = before?.first ?? index * LINES + seen.first.at.line;
      texts.set(text, { seen: before ? joined(before.seen, seen) : seen, first, last });
    }
  }
  return texts;
}

function joined<T>(older: Seen<T>, newer: Seen<T>): Seen<T> {
  return { ...older, last: newer.last, times: older.times + newer.times };
}

interface Chosen<T> extends Placed<T> {
  readonly log: number;
}

/** Each text from the log that has it most often. */
function chosen<T>(logs: readonly ReadonlyMap<string, Placed<T>>[]): readonly Chosen<T>[] {
  const best = new Map<string, Chosen<T>>();
  for (const [log, texts] of byWeight(logs).entries()) {
    for (const [text, placed] of texts) {
      const rival = best.get(text);
      if (!rival || placed.seen.times > rival.seen.times) best.set(text, { ...placed, log });
    }
  }
  return [...best.values()];
}

/** The log that tells most first; of equal ones the one with the better clock. */
function byWeight<T>(
  logs: readonly ReadonlyMap<string, Placed<T>>[],
): readonly ReadonlyMap<string, Placed<T>>[] {
  const weight = (texts: ReadonlyMap<string, Placed<T>>): number =>
    [...texts.values()].reduce((sum, { seen }) => sum + seen.times, 0);
  const clock = (texts: ReadonlyMap<string, Placed<T>>): number =>
    Math.max(...[...texts.values()].map(({ seen }) => seen.first.clock));
  const name = (texts: ReadonlyMap<string, Placed<T>>): string =>
    [...texts.values()][0]?.seen.first.at.entry ?? '';
  return [...logs].sort((a, b) => weight(b) - weight(a) || clock(b) - clock(a) || compare(name(a), name(b)));
}

function inOrder<T>(rows: readonly Chosen<T>[]): readonly Chosen<T>[] {
  return [...rows].sort((a, b) => a.log - b.log || a.first - b.first);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
