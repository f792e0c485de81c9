import { compareVersions, isVersion, type Located } from '../api/index.ts';
import type { Condition, Operator, RowCondition, RuleOperand, ValueTest } from './rule-schema.ts';
import { shown } from './rule-mistake.ts';

/** True, false, or unknown with what is missing for an answer. */
export type Truth = boolean | Unknown;

export interface Unknown {
  readonly unknown: readonly string[];
}

/** What a reference names: a value, a list of located values, or undefined. */
export interface Found {
  /** False where the whole fact is missing. */
  readonly seen: boolean;
  readonly value: unknown;
}

export interface FoundField extends Found {
  /** Where it is written; empty for nothing. */
  readonly places: readonly Located<unknown>[];
  /** For nothing: the entries that the rest of its fact was read from. */
  readonly lookedIn?: readonly string[];
}

export type Lookup = (ref: string) => FoundField;

/** False if one part is; else unknown if one part is. */
export function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return unknownOf(parts) ?? true;
}

/** True if one part is; else unknown if one part is. */
export function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return unknownOf(parts) ?? false;
}

export function notOf(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : truth;
}

/** A condition on fields. A list of rows is true where the answer of `each` says so. */
export function truthOf(condition: Condition, look: Lookup): Truth {
  if ('all' in condition) return allOf(condition.all.map((part) => truthOf(part, look)));
  if ('any' in condition) return anyOf(condition.any.map((part) => truthOf(part, look)));
  if ('not' in condition) return notOf(truthOf(condition.not, look));
  if ('field' in condition) return compare(condition.is, condition.field, look(condition.field));
  const rows = rowsOf(look(condition.each));
  if (rows === undefined) return absent(condition.each);
  return anyOf(rows.map((row) => rowTruth(condition.where, row)));
}

/** A condition on the columns of one row. */
export function rowTruth(condition: RowCondition, row: Located<unknown>): Truth {
  if ('all' in condition) return allOf(condition.all.map((part) => rowTruth(part, row)));
  if ('any' in condition) return anyOf(condition.any.map((part) => rowTruth(part, row)));
  if ('not' in condition) return notOf(rowTruth(condition.not, row));
  return compare(condition.is, condition.column, {
    seen: true,
    value: ownValue(row.value, condition.column),
  });
}

export function rowsOf({ value }: Found): readonly Located<unknown>[] | undefined {
  return Array.isArray(value) ? (value as readonly Located<unknown>[]) : undefined;
}

/** The own property of a record; undefined for anything else. */
export function ownValue(record: unknown, name: string): unknown {
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, name)) return undefined;
  return (record as Readonly<Record<string, unknown>>)[name];
}

function unknownOf(parts: readonly Truth[]): Unknown | undefined {
  const unknown = parts.flatMap((part) => (typeof part === 'boolean' ? [] : part.unknown));
  return unknown.length > 0 ? { unknown: [...new Set(unknown)] } : undefined;
}

function absent(name: string): Unknown {
  return { unknown: [`${name} is not in the input`] };
}

/** Every operator of the test must hold. */
function compare(test: ValueTest, name: string, found: Found): Truth {
  const operators = Object.keys(test) as Operator[];
  return allOf(operators.map((operator) => holds(operator, test[operator], { name, found })));
}

interface Subject {
  readonly name: string;
  readonly found: Found;
}

function holds(operator: Operator, wanted: ValueTest[Operator], { name, found }: Subject): Truth {
  const { value } = found;
  const isThere = Array.isArray(value) ? value.length > 0 : value !== undefined;
  if (operator === 'exists') return found.seen ? isThere === wanted : absent(name);
  if (value === undefined) return absent(name);
  if (operator.startsWith('version') && !(typeof value === 'string' && isVersion(value))) {
    return { unknown: [`${name} is ${shown(value)}, which is no version`] };
  }
  return compared(operator, value, wanted as RuleOperand & readonly RuleOperand[]);
}

function compared(operator: Operator, value: unknown, wanted: RuleOperand & readonly RuleOperand[]): boolean {
  switch (operator) {
    case 'equals':
      return value === wanted;
    case 'notEquals':
      return value !== wanted;
    case 'oneOf':
      return wanted.includes(value as never);
    case 'below':
      return Number(value) < Number(wanted);
    case 'above':
      return Number(value) > Number(wanted);
    case 'atLeast':
      return Number(value) >= Number(wanted);
    case 'atMost':
      return Number(value) <= Number(wanted);
    case 'versionBelow':
      return compareVersions(String(value), String(wanted)) < 0;
    case 'versionAtLeast':
      return compareVersions(String(value), String(wanted)) >= 0;
    case 'contains':
      return contains(value, wanted);
    case 'exists':
      return true;
  }
}

function contains(value: unknown, wanted: RuleOperand): boolean {
  if (Array.isArray(value)) return value.some((item) => (item as Located<unknown>).value === wanted);
  return typeof value === 'string' && value.includes(String(wanted));
}
