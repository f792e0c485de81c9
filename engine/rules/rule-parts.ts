import type { Condition, RowCondition, ValueTest } from './rule-schema.ts';
import type { RulePath } from './rule-mistake.ts';

/** The comparisons of a condition, with their places in the rule. */
export interface FieldPart {
  readonly kind: 'field';
  readonly ref: string;
  readonly test: ValueTest;
  readonly path: RulePath;
}

export interface EachPart {
  readonly kind: 'each';
  readonly ref: string;
  readonly where: RowCondition;
  readonly path: RulePath;
  /** Whether it stands where findings can come from: at the top, or in an `all` at the top. */
  readonly atTop: boolean;
}

export interface ColumnPart {
  readonly column: string;
  readonly test: ValueTest;
  readonly path: RulePath;
}

export function partsOfCondition(
  condition: Condition,
  path: RulePath,
  depth = 0,
): readonly (FieldPart | EachPart)[] {
  if ('all' in condition) {
    // An `all` at the top counts as the top itself.
    const inner = depth === 0 ? 1 : 2;
    return condition.all.flatMap((part, index) => partsOfCondition(part, [...path, 'all', index], inner));
  }
  if ('any' in condition) {
    return condition.any.flatMap((part, index) => partsOfCondition(part, [...path, 'any', index], 2));
  }
  if ('not' in condition) return partsOfCondition(condition.not, [...path, 'not'], 2);
  if ('field' in condition) return [{ kind: 'field', ref: condition.field, test: condition.is, path }];
  return [{ kind: 'each', ref: condition.each, where: condition.where, path, atTop: depth < 2 }];
}

export function columnsOf(condition: RowCondition, path: RulePath): readonly ColumnPart[] {
  if ('all' in condition) {
    return condition.all.flatMap((part, index) => columnsOf(part, [...path, 'all', index]));
  }
  if ('any' in condition) {
    return condition.any.flatMap((part, index) => columnsOf(part, [...path, 'any', index]));
  }
  if ('not' in condition) return columnsOf(condition.not, [...path, 'not']);
  return [{ column: condition.column, test: condition.is, path }];
}

/** `mdatp.health.log_level` names the field log_level of the fact mdatp.health. */
export function splitRef(ref: string): { readonly fact: string; readonly field: string } {
  const dot = ref.lastIndexOf('.');
  return { fact: ref.slice(0, Math.max(0, dot)), field: ref.slice(dot + 1) };
}

/** What stands between the braces of a template, each once. */
export function placeholdersOf(template: string): readonly string[] {
  return [
    ...new Set([...template.matchAll(/\{(?<ref>[^{}]*)\}/gu)].map(({ groups }) => groups?.['ref'] ?? '')),
  ];
}

/** The column behind `each.column`, or undefined where a reference is none of the row. */
export function columnOfEach(ref: string): string | undefined {
  return ref.startsWith('each.') ? ref.slice('each.'.length) : undefined;
}
