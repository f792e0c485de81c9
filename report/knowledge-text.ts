import type { AnyKnowledgeTable, KnowledgeRow, Threshold } from '../engine/api/index.ts';
import { jsonText } from './json.ts';
import { speaker } from './messages.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Every table with its rows counted, the date of its newest source, and how old that is; then the thresholds. */
export function knowledgeText(
  tables: readonly AnyKnowledgeTable[],
  thresholds: readonly Threshold[],
  now: Date,
): string {
  const say = speaker();
  const lines = [...tables]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, describes, rows, sources }) => {
      const date = newestDate(Object.values(sources).flatMap((source) => source.date ?? []));
      const age = date === undefined ? 'none' : Math.floor((now.getTime() - Date.parse(date)) / DAY);
      return [
        say('knowledge.row', { name, count: rows.length, date: date ?? 'none', age }),
        `  ${describes}`,
        ...Object.values(sources).map(
          (source) => `  · ${source.document}${source.date ? ` (${source.date})` : ''}`,
        ),
        '',
      ];
    });
  const own = [...thresholds]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, describes, unit, default: value }) =>
      say('knowledge.threshold', { id, describes, unit, value }),
    );
  return `${[...lines, say('knowledge.thresholds'), ...own].join('\n').trimEnd()}\n`;
}

/** One table as the data that a pack of the user's would hold. */
export function tableText({ name, sources, rows }: AnyKnowledgeTable): string {
  return jsonText({ schema: 1, table: name, sources, rows: rows as readonly KnowledgeRow[] });
}

/** `2025-01` counts as its first day. */
function newestDate(dates: readonly string[]): string | undefined {
  return [...dates].sort().at(-1);
}
