import type { EntryPath } from '../api/index.ts';

/** Which lines of which entry are asked for. */
export interface WantedAddress {
  readonly path: EntryPath;
  readonly firstLine: number;
  /** Infinity where there is no end. */
  readonly lastLine: number;
}

// var/log/messages:120 · var/log/messages:120-140
const WITH_LINES = /^(?<path>.+):(?<first>\d{1,15})(?:-(?<last>\d{1,15}))?$/su;

/** What an address may mean: an entry whose name ends like a line number goes before lines of another. */
export function wantedAddresses(text: string): readonly WantedAddress[] {
  const all = { path: text, firstLine: 1, lastLine: Infinity };
  const { path = '', first, last } = WITH_LINES.exec(text)?.groups ?? {};
  if (first === undefined) return [all];
  const firstLine = Math.max(1, Number(first));
  return [all, { path, firstLine, lastLine: last === undefined ? firstLine : Number(last) }];
}
