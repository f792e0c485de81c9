import type { ViewKind } from '../contract/entries.ts';

/** Beyond this many bytes a text is shown line by line only: a tree of it would help nobody. */
export const STRUCTURED_BYTES = 4 * 1024 * 1024;

// healthy : true · PRETTY_NAME="Debian" · vm.swappiness = 60
const PAIR = /^[\w .()/-]{1,60}[=:]\s?\S/u;
const LEAST_PAIRS = 3;

/** How a file can be shown, the most telling first. Told by its first characters; raw is always among them. */
export function viewKinds(name: string, head: string, bytes: number, binary: boolean): readonly ViewKind[] {
  if (binary) return ['hex'];
  const kinds: ViewKind[] = [];
  if (bytes <= STRUCTURED_BYTES) kinds.push(...structuredKinds(name.toLowerCase(), head.trimStart()));
  return [...kinds, 'text', 'hex'];
}

function structuredKinds(name: string, head: string): readonly ViewKind[] {
  if (/^[[{]/u.test(head) && (name.endsWith('.json') || /^[[{]\s*["[{\]}]/u.test(head))) return ['json'];
  if (head.startsWith('<?xml') || (name.endsWith('.xml') && head.startsWith('<'))) return ['xml'];
  const lines = head
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(0, 20);
  if (name.endsWith('.csv') || name.endsWith('.tsv')) return ['csv'];
  const pairs = lines.filter((line) => PAIR.test(line)).length;
  return pairs >= LEAST_PAIRS && pairs >= lines.length * 0.8 ? ['key-values'] : [];
}
