/** Where a statement comes from. */
export interface Source {
  /** Title or file name of the document. */
  readonly document: string;
  /** Date of the revision that was read, `YYYY-MM` or `YYYY-MM-DD`; where unknown, left out. */
  readonly date?: string;
  readonly href?: `https://${string}`;
  /** Support profiles in which this source holds; all where it is left out. */
  readonly profiles?: readonly string[];
}

/** What every row of knowledge says of itself. */
export interface KnowledgeRow {
  /** Key of the table's source that states it. */
  readonly source: string;
  /** Support profiles in which the row holds; all where it is left out. */
  readonly profiles?: readonly string[] | undefined;
}

/** Checks one row that came from outside; a zod schema is one. */
export interface RowSchema<Row> {
  safeParse(row: unknown):
    | { readonly success: true; readonly data: Row }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

/** Dated data that analyzers judge by: a named table whose rows can be replaced as a whole. */
export interface KnowledgeTable<Row extends KnowledgeRow> {
  readonly name: string;
  readonly describes: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly row: RowSchema<Row>;
  readonly rows: readonly Row[];
}

// `any` is existential here: a table of some row, whichever.
export type AnyKnowledgeTable = KnowledgeTable<any>;

export function defineKnowledge<Row extends KnowledgeRow>(table: KnowledgeTable<Row>): KnowledgeTable<Row> {
  return table;
}

/** The documents behind tables, for the `sources` of an analyzer that judges by them. */
export function sourcesOf(...tables: readonly AnyKnowledgeTable[]): readonly Source[] {
  const byText = new Map<string, Source>();
  for (const { sources } of tables) {
    for (const source of Object.values(sources)) byText.set(JSON.stringify(source), source);
  }
  return [...byText.values()];
}
