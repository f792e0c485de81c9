import type { ScalarField } from '../api/index.ts';
import { testMistakes } from './check-operand.ts';
import { columnOf, fieldOf, unknownFact, type FactsByName } from './rule-fields.ts';
import type { MistakeAt, RulePath } from './rule-mistake.ts';
import { columnOfEach, columnsOf, partsOfCondition, placeholdersOf, type EachPart } from './rule-parts.ts';
import { neededFacts } from './needed-facts.ts';
import type { Condition, RuleFile } from './rule-schema.ts';

/** What a well-shaped rule can still get wrong: names, types, and parts that do not go together. */
export function ruleMistakes(rule: RuleFile, facts: FactsByName): readonly MistakeAt[] {
  const parts = partsOfCondition(rule.when, ['when']);
  const rows = parts.find((part) => part.kind === 'each');
  return [
    ...conditionMistakes(rule.when, ['when'], facts),
    ...eachMistakes(parts.filter((part) => part.kind === 'each')),
    ...(rule.applies ?? []).flatMap(({ notWhen }, index) =>
      conditionMistakes(notWhen, ['applies', index, 'notWhen'], facts),
    ),
    ...templateMistakes(rule.message, ['message'], { rows, facts }),
    ...templateMistakes(rule.subject ?? '', ['subject'], { rows, facts }),
    ...rule.evidence.flatMap((ref, index) => evidenceMistakes(ref, ['evidence', index], { rows, facts })),
    ...optionalMistakes(rule, facts),
    ...selfMistakes(rule),
    ...ruleTestMistakes(rule),
  ];
}

interface Scope {
  readonly rows: EachPart | undefined;
  readonly facts: FactsByName;
}

function conditionMistakes(condition: Condition, path: RulePath, facts: FactsByName): readonly MistakeAt[] {
  return partsOfCondition(condition, path).flatMap((part) => {
    const found = fieldOf(part.ref, facts);
    if ('message' in found) return [{ path: [...part.path, part.kind], message: found.message }];
    if (part.kind === 'field')
      return testMistakes(part.test, found.field, { name: part.ref, path: part.path });
    if (found.field.type !== 'rows') {
      const message = `${part.ref} is a ${found.field.type}; each needs a table, expected field with is`;
      return [{ path: [...part.path, 'each'], message }];
    }
    return whereMistakes(part, found.field.row);
  });
}

function whereMistakes(part: EachPart, row: Readonly<Record<string, ScalarField>>): readonly MistakeAt[] {
  return columnsOf(part.where, [...part.path, 'where']).flatMap(({ column, test, path }) => {
    const found = columnOf(column, { ref: part.ref, row });
    if ('message' in found) return [{ path: [...path, 'column'], message: found.message }];
    return testMistakes(test, found, { name: column, path });
  });
}

/** Findings come from one table at most. */
function eachMistakes(all: readonly EachPart[]): readonly MistakeAt[] {
  const inside = all.filter(({ atTop }) => !atTop);
  const wrong = inside.length > 0 ? inside : all.slice(1);
  return wrong.map(({ path }) => ({
    path: [...path, 'each'],
    key: true,
    message: 'each stands once, at the top of when or in the all at its top',
  }));
}

function templateMistakes(template: string, path: RulePath, scope: Scope): readonly MistakeAt[] {
  return placeholdersOf(template).flatMap((ref) => refMistakes(ref, path, scope));
}

function evidenceMistakes(ref: string, path: RulePath, scope: Scope): readonly MistakeAt[] {
  if (ref !== 'each') return refMistakes(ref, path, scope);
  return scope.rows ? [] : [{ path, message: "found 'each', yet when has no each" }];
}

function refMistakes(ref: string, path: RulePath, { rows, facts }: Scope): readonly MistakeAt[] {
  const column = columnOfEach(ref);
  if (column === undefined) {
    const found = fieldOf(ref, facts);
    if ('message' in found) return [{ path, message: found.message }];
    if (found.field.type !== 'rows') return [];
    return [{ path, message: `${ref} is a table; expected a field of one value or a list` }];
  }
  if (!rows) return [{ path, message: `found '${ref}', yet when has no each` }];
  const table = fieldOf(rows.ref, facts);
  if ('message' in table || table.field.type !== 'rows') return [];
  const found = columnOf(column, { ref: rows.ref, row: table.field.row });
  return 'message' in found ? [{ path, message: found.message }] : [];
}

function optionalMistakes(rule: RuleFile, facts: FactsByName): readonly MistakeAt[] {
  const needed = neededFacts(rule);
  return (rule.optionalFacts ?? []).flatMap((name, index) => {
    const path = ['optionalFacts', index];
    if (!facts.has(name)) return [{ path, message: unknownFact(name, facts) }];
    return needed.includes(name) ? [] : [{ path, message: `the rule names no field of ${name}` }];
  });
}

function selfMistakes({ id, because = [], supersedes = [] }: RuleFile): readonly MistakeAt[] {
  const self = { message: `${id} is this rule; expected another` };
  return [
    ...because.flatMap(({ of }, index) => (of === id ? [{ path: ['because', index, 'of'], ...self }] : [])),
    ...supersedes.flatMap((other, index) => (other === id ? [{ path: ['supersedes', index], ...self }] : [])),
  ];
}

function ruleTestMistakes({ tests }: RuleFile): readonly MistakeAt[] {
  const mistakes = tests.flatMap(({ status, at, text }, index): readonly MistakeAt[] => {
    const path = ['tests', index];
    if (status === 'found') return at ? [] : [{ path, message: "a test with status found needs 'at'" }];
    return at || text ? [{ path, message: `a test with status ${status} has neither 'at' nor 'text'` }] : [];
  });
  if (tests.some(({ status }) => status === 'found')) return mistakes;
  return [
    ...mistakes,
    { path: ['tests'], key: true, message: 'no test has status found; one must show the fault' },
  ];
}
