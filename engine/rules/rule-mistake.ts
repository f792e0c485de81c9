/** One thing wrong with a rule file: what was found, what was expected, what exists instead. */
export interface RuleMistake {
  readonly file: string;
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type RulePath = readonly (string | number)[];

/** A mistake by its place in the data, not yet in the text. */
export interface MistakeAt {
  readonly path: RulePath;
  /** Points at the key instead of its value. */
  readonly key?: true;
  readonly message: string;
}

/** How a message calls a value that was found. */
export function shown(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return 'nothing';
  return `'${value.length > 60 ? `${value.slice(0, 60)}…` : value}'`;
}
