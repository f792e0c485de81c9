import { z } from 'zod';

import type { AnyKnowledgeTable, KnowledgeRow, Source } from '../api/index.ts';
import { didYouMean } from './did-you-mean.ts';
import { readYaml } from './read-yaml.ts';
import { shown, type MistakeAt, type RuleMistake } from './rule-mistake.ts';
import { shapeMistakes } from './shape-mistakes.ts';

/** One table of knowledge as a user brings it. */
export interface Pack {
  readonly ok: true;
  readonly table: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly rows: readonly KnowledgeRow[];
}

export interface PackMistakes {
  readonly ok: false;
  /** Never empty; in the order of the file. */
  readonly mistakes: readonly RuleMistake[];
}

const sourceShape = z.strictObject({
  document: z.string().min(1),
  date: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/u, { error: 'YYYY-MM or YYYY-MM-DD in quotes' }),
  href: z
    .string()
    .regex(/^https:\/\//u, { error: 'an address that begins with https://' })
    .optional(),
  profiles: z.array(z.string()).optional(),
});

const packShape = z.strictObject({
  schema: z.literal(1),
  table: z.string(),
  sources: z.record(z.string(), sourceShape),
  rows: z.array(z.record(z.string(), z.unknown())).min(1),
});

/** Reads a pack, in YAML or JSON, against the table whose rows it replaces. */
export function readPack(
  text: string,
  file: string,
  tables: readonly AnyKnowledgeTable[],
): Pack | PackMistakes {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const refused = (mistakes: readonly MistakeAt[]): PackMistakes => ({
    ok: false,
    mistakes: mistakes.map(yaml.locate).sort((a, b) => a.line - b.line || a.column - b.column),
  });
  const { data, error } = packShape.safeParse(yaml.value, { reportInput: true });
  if (error) return refused(shapeMistakes(error.issues));
  const table = tables.find(({ name }) => name === data.table);
  if (!table) {
    const names = tables.map(({ name }) => name);
    const hint = didYouMean(data.table, names) || `; expected one of ${names.join(', ')}`;
    return refused([{ path: ['table'], message: `there is no table ${shown(data.table)}${hint}` }]);
  }
  const mistakes = data.rows.flatMap((row, index) =>
    rowMistakes(row, index, table, Object.keys(data.sources)),
  );
  if (mistakes.length > 0) return refused(mistakes);
  const sources: Record<string, Source> = {};
  for (const [key, { document, date, href, profiles }] of Object.entries(data.sources)) {
    sources[key] = {
      document,
      date,
      // The schema lets nothing else through.
      ...(href ? { href: href as `https://${string}` } : {}),
      ...(profiles ? { profiles } : {}),
    };
  }
  // Each row has passed the schema of its table.
  return { ok: true, table: table.name, sources, rows: data.rows as unknown as readonly KnowledgeRow[] };
}

function rowMistakes(
  row: unknown,
  index: number,
  table: AnyKnowledgeTable,
  sources: readonly string[],
): readonly MistakeAt[] {
  const read = table.row.safeParse(row);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => ({
      path: ['rows', index, ...path.map((part) => (typeof part === 'number' ? part : String(part)))],
      message: `this row does not fit the table ${table.name}: ${message}`,
    }));
  }
  const { source } = read.data as KnowledgeRow;
  if (sources.includes(source)) return [];
  const message = `there is no source ${shown(source)} in this file${didYouMean(source, sources)}`;
  return [{ path: ['rows', index, 'source'], message }];
}
