import type { Fields, Located, Location, Note } from '../../engine/api/index.ts';
import { jsonText, readJson, type JsonNode } from '../json-lines.ts';
import { isoDate } from './health-date.ts';
import type { FieldValues } from './health-fields.ts';

/** One field as written, before its type is known. */
export interface RawField {
  /** In the spelling of the text form. */
  readonly name: string;
  readonly at: Location;
  readonly value: RawValue;
  readonly managed: boolean;
  /** True where the agent says that the field is not to be shown. */
  readonly isHidden?: boolean;
}

export type RawValue =
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Located<string>[] }
  | { readonly kind: 'unavailable' };

/** What fields hold besides their values. */
export interface FieldsAbout {
  /** Names of all fields that were printed, with a value or without: an empty list is one, too. */
  readonly printed: ReadonlySet<string>;
  /** Names of the fields that are set by management. */
  readonly managed: readonly Located<string>[];
  /** Names of the fields without a value that are no text; of those the value is `unavailable`. */
  readonly unavailable: readonly Located<string>[];
  /** Fields that the table does not know, and fields that the text form would not show. */
  readonly other: ReadonlyMap<string, Located<string>>;
}

/** Gives fields the types of a table. A field printed twice counts as first printed. */
export function typedFields<Table extends Fields>(
  table: Table,
  fields: readonly RawField[],
  note: Note,
): FieldValues<Table> & FieldsAbout {
  const values = new Map<string, unknown>();
  const managed: Located<string>[] = [];
  const unavailable: Located<string>[] = [];
  const other = new Map<string, Located<string>>();
  for (const field of fields) {
    const { name, at, value } = field;
    if (values.has(name) || other.has(name)) continue;
    if (field.managed) managed.push({ value: name, at });
    const type = Object.hasOwn(table, name) && !field.isHidden ? table[name]?.type : undefined;
    const typed = type && typedValue(type, field);
    if (!type) other.set(name, { value: rawText(value), at });
    else if (typed !== undefined) values.set(name, typed);
    else if (value.kind === 'unavailable') unavailable.push({ value: name, at });
    else
      note({ code: 'malformed-line', detail: `${name} is no ${type}: ${rawText(value).slice(0, 80)}`, at });
  }
  const all = Object.entries(table).map(([name, { type }]) => [
    name,
    values.get(name) ?? (type === 'list' ? [] : undefined),
  ]);
  // The table that names the fields also types them.
  return {
    ...(Object.fromEntries(all) as FieldValues<Table>),
    printed: namesOf(fields),
    managed,
    unavailable,
    other,
  };
}

function namesOf(fields: readonly RawField[]): ReadonlySet<string> {
  return new Set(fields.filter(({ isHidden }) => !isHidden).map(({ name }) => name));
}

function typedValue(type: string, { value, at }: RawField): unknown {
  if (type === 'list') return value.kind === 'unavailable' ? undefined : listOf(value, at);
  const isText = type === 'string' || type === 'version';
  if (value.kind === 'unavailable') return isText ? { value: 'unavailable', at } : undefined;
  const text = rawText(value);
  if (isText) return { value: text, at };
  if (type === 'boolean') return /^(?:true|false)$/u.test(text) ? { value: text === 'true', at } : undefined;
  if (type === 'number') return /^-?\d{1,15}$/u.test(text) ? { value: Number(text), at } : undefined;
  const date = isoDate(text);
  return date === undefined ? undefined : { value: date, at };
}

export function rawText(value: RawValue): string {
  if (value.kind === 'scalar') return value.text;
  return value.kind === 'list' ? value.items.map((item) => item.value).join(', ') : 'unavailable';
}

/** `["one", "two"]`, `[{"key":"GROUP","value":"web"}]`, or the same without quotes. */
function listOf(value: RawValue, at: Location): readonly Located<string>[] {
  if (value.kind === 'list') return value.items;
  const text = rawText(value).trim();
  const { root, error } = readJson([{ text, at }]);
  if (root?.kind === 'array' && !error) return root.items.map((item) => ({ value: itemText(item), at }));
  return text
    .replace(/^\[/u, '')
    .replace(/\]$/u, '')
    .split(',')
    .map((item) => ({ value: item.trim().replace(/^"/u, '').replace(/"$/u, ''), at }))
    .filter((item) => item.value !== '');
}

/** An item of a list as text; a tag as `KEY=value`. */
export function itemText(item: JsonNode): string {
  if (item.kind === 'scalar') return String(item.value);
  if (item.kind === 'object' && item.members.length === 2) {
    const [key, value] = ['key', 'value'].map((name) => item.members.find((one) => one.key === name)?.value);
    if (key?.kind === 'scalar' && value?.kind === 'scalar') return `${key.value}=${value.value}`;
  }
  return jsonText(item);
}
