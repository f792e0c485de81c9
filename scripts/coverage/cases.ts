import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';

import { loadRule } from '../../engine/rules/load-rule.ts';
import { allFacts } from '../../facts/all.ts';

type Status = 'found' | 'clean' | 'blocked' | 'not-applicable';

/** How many cases of each outcome a check is tested with. */
export type Cases = Readonly<Record<Status, number>>;

/** Counts the cases beside a check: those of its rule, or those that its test file hands to `testAnalyzer`. */
export function casesOf(stem: string): Cases {
  const rule = `${stem}.rule.yaml`;
  if (existsSync(rule)) {
    const loaded = loadRule(readFileSync(rule, 'utf8'), rule, allFacts);
    return countBy((status) =>
      loaded.ok ? loaded.tests.filter((test) => test.status === status).length : 0,
    );
  }
  const test = `${stem}.test.ts`;
  return casesIn(existsSync(test) ? readFileSync(test, 'utf8') : '');
}

/** The key of `testAnalyzer`'s cases for each outcome. */
const KEYS: Readonly<Record<Status, string>> = {
  found: 'found',
  clean: 'clean',
  blocked: 'blocked',
  'not-applicable': 'notApplicable',
};

/**
 * What is written out in a test file is counted, element by element; a list that is computed counts as one, so that
 * the number is never higher than what runs.
 */
export function casesIn(source: string): Cases {
  const tree = ts.createSourceFile('cases.test.ts', source, ts.ScriptTarget.Latest, true);
  const counts = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (isCallOf(node, 'testAnalyzer') || isCallOf(node, 'testFleetAnalyzer')) {
      const [, cases] = node.arguments;
      if (cases && ts.isObjectLiteralExpression(cases)) {
        for (const property of cases.properties) {
          const key = property.name?.getText(tree) ?? '';
          counts.set(key, (counts.get(key) ?? 0) + elementsOf(property));
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return countBy((status) => counts.get(KEYS[status]) ?? 0);
}

function elementsOf(property: ts.ObjectLiteralElementLike): number {
  const list = ts.isPropertyAssignment(property) ? property.initializer : undefined;
  return list && ts.isArrayLiteralExpression(list) ? list.elements.length : 1;
}

function isCallOf(node: ts.Node, name: string): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;
}

function countBy(count: (status: Status) => number): Cases {
  return {
    found: count('found'),
    clean: count('clean'),
    blocked: count('blocked'),
    'not-applicable': count('not-applicable'),
  };
}
