import { visible, visibleLine } from '../escape.ts';

/*
 * Data of a bundle as Markdown: whatever it holds, it marks nothing up, mentions nobody and links nowhere, in CommonMark
 * and in the dialects of trackers.
 */

/** Text of one line in which nothing is obeyed, and of which as much as can be stays readable unrendered. */
export function plain(text: string): string {
  return visibleLine(text.trim())
    .replaceAll(/[\\`*[\]<#|~@$]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (sign) => `\\${sign}`)
    .replace(/^(?<space>\s*)(?=[-+=>])/u, '$<space>\\')
    .replace(/^(?<number>\s*\d{1,9})(?=[.)](?:\s|$))/u, '$<number>\\')
    .replaceAll(/(?<scheme>https?|ftp|mailto|xmpp|www)(?<sign>[:.])/giu, '$<scheme>\\$<sign>');
}

/** Words of the bundle inside a line, kept as they are. */
export function code(text: string): string {
  const shown = visibleLine(text);
  const longest = longestRun(shown);
  const fence = '`'.repeat(longest + 1);
  return longest > 0 || /^ .* $/u.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** The same inside a cell of a table, where a bar ends the cell even in code. */
export function codeCell(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

/** Lines between fences longer than any run of their own sign inside. */
export function fenced(lines: readonly string[], language: string): readonly string[] {
  const text = lines.map((line) => visible(line));
  const fence = '`'.repeat(Math.max(3, longestRun(text.join('\n')) + 1));
  return [`${fence}${language}`, ...text, fence, ''];
}

/** A link of ours; its label is data like any other. */
export function link(label: string, href: string): string {
  return `[${plain(label)}](<${href}>)`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
}
