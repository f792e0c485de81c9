import { visibleLine } from './escape.ts';

/** One entry as it is listed. */
export interface ListedEntry {
  readonly path: string;
  readonly kind: string;
  readonly size: number;
  readonly modified?: string;
  readonly linkTarget?: string;
  readonly fact?: string;
}

/** Ten digits: up to 9 GB. What is larger takes more. */
const SIZE_WIDTH = 10;

/** Columns: kind, size, time, path, and after an arrow the facts that read it. */
export function entriesText(entries: readonly ListedEntry[]): string {
  const lines = entries.map(({ path, kind, size, modified, linkTarget, fact }) => {
    const time = (modified ?? '').slice(0, 16).replace('T', ' ').padEnd(16);
    const target = linkTarget === undefined ? '' : ` → ${visibleLine(linkTarget)}`;
    const reader = fact === undefined ? '' : `  ← ${fact}`;
    return `${kind.padEnd(7)}  ${String(size).padStart(SIZE_WIDTH)}  ${time}  ${visibleLine(path)}${target}${reader}`;
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
