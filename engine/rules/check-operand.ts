import type { Field, ScalarField, ScalarType } from '../api/index.ts';
import { didYouMean } from './did-you-mean.ts';
import { OPERATORS, type Operator, type ValueTest } from './rule-schema.ts';
import { shown, type MistakeAt, type RulePath } from './rule-mistake.ts';

const OPERATORS_OF: Readonly<Record<ScalarType | 'list', readonly Operator[]>> = {
  string: ['equals', 'notEquals', 'oneOf', 'contains', 'exists'],
  number: ['equals', 'notEquals', 'oneOf', 'below', 'above', 'atLeast', 'atMost', 'exists'],
  boolean: ['equals', 'notEquals', 'exists'],
  version: ['equals', 'notEquals', 'oneOf', 'versionBelow', 'versionAtLeast', 'exists'],
  date: ['equals', 'notEquals', 'oneOf', 'exists'],
  list: ['contains', 'exists'],
};

/** Whether a test fits the type of what it tests. `name` is how the message calls the field. */
export function testMistakes(
  test: ValueTest,
  field: Field,
  subject: { name: string; path: RulePath },
): readonly MistakeAt[] {
  const { name, path } = subject;
  if (field.type === 'rows') {
    return [{ path, message: `${name} is a table; expected each: ${name} with where` }];
  }
  const allowed = OPERATORS_OF[field.type];
  return OPERATORS.filter((operator) => Object.hasOwn(test, operator)).flatMap((operator) => {
    const at = [...path, 'is', operator];
    if (!allowed.includes(operator)) {
      const message = `${operator} does not fit ${name}, which is a ${field.type}; expected ${allowed.join(', ')}`;
      return [{ path: at, key: true as const, message }];
    }
    return operandMistakes(test[operator], field, { name, path: at });
  });
}

function operandMistakes(
  operand: ValueTest[Operator],
  field: Exclude<Field, { readonly type: 'rows' }>,
  { name, path }: { name: string; path: RulePath },
): readonly MistakeAt[] {
  const operator = path.at(-1);
  if (operator === 'exists') return [];
  const type = field.type === 'list' ? field.items : field.type;
  const operands = Array.isArray(operand)
    ? operand.map((value, index) => ({ value, path: [...path, index] }))
    : [{ value: operand, path }];
  return operands.flatMap(({ value, path: at }) => {
    const wanted = type === 'number' || type === 'boolean' ? type : 'string';
    if (typeof value !== wanted) {
      return [
        { path: at, message: `${name} is a ${type}; found ${spelt(value)}, expected ${EXPECTED[type]}` },
      ];
    }
    const known = field.type === 'list' || operator === 'contains' ? undefined : field.oneOf;
    return known && typeof value === 'string' ? knownValue(value, known, { name, path: at }) : [];
  });
}

function knownValue(
  value: string,
  known: NonNullable<ScalarField['oneOf']>,
  { name, path }: { name: string; path: RulePath },
): readonly MistakeAt[] {
  if (known.includes(value)) return [];
  const message = `${name} is never ${shown(value)}, its values are ${known.join(', ')}${didYouMean(value, known)}`;
  return [{ path, message }];
}

const EXPECTED: Readonly<Record<ScalarType, string>> = {
  string: 'a text (in quotes where it looks like a number or a truth value)',
  number: 'a number without quotes',
  boolean: 'true or false without quotes',
  version: 'a version in quotes',
  date: 'a date in quotes',
};

function spelt(value: unknown): string {
  return typeof value === 'string' ? `the text ${shown(value)}` : `the ${typeof value} ${shown(value)}`;
}
