import type { Located, TextEntry } from '../engine/api/index.ts';

export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

/** Lines of the form `key<separator>value`, trimmed; comments (`#`) and lines without the separator are left out. */
export function keyValueLines(entry: TextEntry, separator: '=' | ':'): readonly Located<KeyValue>[] {
  const pairs: Located<KeyValue>[] = [];
  for (const { text, at } of entry.lines()) {
    const line = text.trim();
    const cut = line.indexOf(separator);
    if (cut < 1 || line.startsWith('#')) continue;
    pairs.push({ value: { key: line.slice(0, cut).trim(), value: line.slice(cut + 1).trim() }, at });
  }
  return pairs;
}
