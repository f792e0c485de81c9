import { gzipSync } from 'node:zlib';

import type { GeneratedFile } from './generator.ts';
import { plantedMessage, type LogLine } from './log-lines.ts';
import type { Random } from './random.ts';

export interface LogFile {
  /** From the bundle's root. A name that ends in `.gz` is compressed. */
  readonly path: string;
  readonly bytes: number;
  readonly line: LogLine;
  /** What stands before a planted message, where lines are planted. */
  readonly prefix?: (seconds: number) => string;
  readonly planted: number;
  /** When its first and last lines were written, in seconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Bytes of a line, roughly: how many a log of some size gets. */
const LINE_BYTES = 105;

/** A log with lines planted in it: the first, the last, and some between. `first` numbers their processes. */
export function logFile(log: LogFile, root: string, random: Random, first: number): GeneratedFile {
  const { path, bytes, line, from, to, prefix } = log;
  const count = Math.max(2, Math.round(bytes / LINE_BYTES));
  const timeOf = (index: number): number => from + Math.floor((index / count) * (to - from));
  const lines = Array.from({ length: count }, (_, index) => line(random, timeOf(index)));
  const places = prefix ? plantingPlaces(log.planted, count, random) : [];
  for (const [index, place] of places.entries()) {
    const process = `guard-${String(first + index).padStart(5, '0')}`;
    lines[place] = `${prefix?.(timeOf(place)) ?? ''} ${plantedMessage(process, 1000 + random.below(30_000))}`;
  }
  // The last line has no end: a scan must not lose it.
  const text = Buffer.from(lines.join('\n'), 'latin1');
  return {
    path: `${root}/${path}`,
    content: path.endsWith('.gz') ? gzipSync(text) : text,
    expandedBytes: text.length,
    planted: places.map((place) => ({ entry: path, line: place + 1 })),
  };
}

/** Indexes of lines, sorted, each once; the first and the last line are among them. */
function plantingPlaces(wanted: number, count: number, random: Random): readonly number[] {
  if (wanted === 0) return [];
  const places = new Set([0, count - 1]);
  while (places.size < Math.min(wanted, count)) places.add(random.below(count));
  return [...places].sort((a, b) => a - b);
}
