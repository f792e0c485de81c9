import { fillTemplate, type Located, type MessageParam } from '../api/index.ts';
import { columnOfEach, placeholdersOf } from './rule-parts.ts';
import { ownValue, type Lookup } from './truth.ts';

/** Where the values of placeholders come from: facts, and the row of an `each`. */
export interface Values {
  readonly look: Lookup;
  readonly row: Located<unknown> | undefined;
}

export interface Template {
  /** The sentence with names that a message may have: letters, digits, underscores. */
  readonly text: string;
  params(values: Values): Readonly<Record<string, MessageParam>>;
}

/** `{mdatp.health.log_level}` becomes `{mdatp_health_log_level}`, filled with the value of that field. */
export function templateOf(source: string): Template {
  const names = new Map<string, string>();
  for (const ref of placeholdersOf(source)) names.set(ref, freeName(ref, new Set(names.values())));
  const text = source.replaceAll(/\{([^{}]*)\}/gu, (_, ref: string) => `{${names.get(ref) ?? ref}}`);
  return {
    text,
    params: (values) => Object.fromEntries([...names].map(([ref, name]) => [name, paramOf(ref, values)])),
  };
}

export function filled(template: Template, values: Values): string {
  return fillTemplate(template.text, template.params(values));
}

function freeName(ref: string, taken: ReadonlySet<string>): string {
  const name = ref.replaceAll(/\W/gu, '_');
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}_${count}`;
  return free;
}

function paramOf(ref: string, { look, row }: Values): MessageParam {
  const column = columnOfEach(ref);
  const value = column === undefined ? look(ref).value : ownValue(row?.value, column);
  if (Array.isArray(value)) return value.map((item) => wordFor((item as Located<unknown>).value)).join(', ');
  return wordFor(value);
}

function wordFor(value: unknown): MessageParam {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? String(value) : 'unknown';
}
