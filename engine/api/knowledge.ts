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

/** Dated data that analyzers judge by: a named table that can be replaced as a whole. */
export interface KnowledgeTable<Rows> {
  readonly name: string;
  readonly describes: string;
  readonly sources: readonly Source[];
  readonly rows: Rows;
}

export function defineKnowledge<const Rows>(table: KnowledgeTable<Rows>): KnowledgeTable<Rows> {
  return table;
}
