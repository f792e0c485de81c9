import type { Filter, Term } from './parse-filter.ts';

/** What a filter sees of a row. */
export interface Filtered {
  /** Texts that a person reads in the row. */
  readonly texts: readonly string[];
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** True where the row passes one of the groups; every row passes a filter without any. */
export function fitsFilter(filter: Filter, row: Filtered): boolean {
  if (filter.length === 0) return true;
  const text = row.texts.join('\n').toLowerCase();
  return filter.some((group) => group.every(({ term, negative }) => fits(term, row, text) !== negative));
}

function fits(term: Term, { texts, fields }: Filtered, text: string): boolean {
  switch (term.kind) {
    case 'text':
      return text.includes(term.text);
    case 'pattern':
      return texts.some((one) => term.pattern.test(one));
    case 'field': {
      const found = fields[term.field] ?? [];
      const own = (typeof found === 'string' ? [found] : found).map((one) => one.toLowerCase());
      return term.values.some((value) => own.some((one) => one === value || one.startsWith(`${value}/`)));
    }
  }
}
