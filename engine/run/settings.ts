import type {
  Domain,
  KnowledgeRow,
  KnowledgeTable,
  ReportSettings,
  Source,
  Threshold,
} from '../api/index.ts';
import { readPack, type Pack } from '../rules/read-pack.ts';

/** What a user set of his own: plain data, checked before it gets here. */
export interface EngineSettings {
  /** Thresholds by id. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** Files that replace tables of knowledge. */
  readonly packs: readonly PackFile[];
}

export interface PackFile {
  readonly file: string;
  readonly text: string;
}

export const NO_SETTINGS: EngineSettings = { thresholds: {}, packs: [] };

/** What analyzers judge by beside the facts, and what of it is the user's own. */
export interface Judging {
  know<Row extends KnowledgeRow>(table: KnowledgeTable<Row>, profile: string): readonly Row[];
  sourceOf<Row extends KnowledgeRow>(table: KnowledgeTable<Row>, row: Row): readonly Source[];
  threshold(threshold: Threshold): number;
  readonly reported: ReportSettings;
}

/** Throws where a pack has mistakes: whoever took the settings has told them to the user. */
export function judgingBy({ knowledge, thresholds }: Domain, settings: EngineSettings): Judging {
  const packs = new Map<string, Pack>();
  const replaced: { table: string; file: string }[] = [];
  for (const { file, text } of settings.packs) {
    const pack = readPack(text, file, knowledge);
    if (!pack.ok) throw new Error(`${file} has mistakes`);
    packs.set(pack.table, pack);
    replaced.push({ table: pack.table, file });
  }
  const own = new Map(Object.entries(settings.thresholds));
  return {
    // A pack's rows passed the table's own schema, so they are of its type.
    know: (table, profile) =>
      ((packs.get(table.name)?.rows ?? table.rows) as typeof table.rows).filter(
        ({ profiles }) => !profiles || profiles.includes(profile),
      ),
    sourceOf: ({ name, sources }, { source }) => {
      const found = (packs.get(name)?.sources ?? sources)[source];
      return found ? [found] : [];
    },
    threshold: ({ id, default: shipped }) => own.get(id) ?? shipped,
    reported: {
      thresholds: thresholds
        .filter((one) => own.has(one.id) && own.get(one.id) !== one.default)
        .map(({ id, default: shipped, unit }) => ({
          id,
          value: own.get(id) ?? shipped,
          default: shipped,
          unit,
        })),
      knowledge: replaced.sort((a, b) => (a.table < b.table ? -1 : 1)),
    },
  };
}
