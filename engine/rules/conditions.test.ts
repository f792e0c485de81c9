import { describe, expect, it } from 'vitest';

import { at, outcomeOf } from './rule-for-test.ts';

const AGENT = {
  healthy: at(1, false),
  mode: at(2, 'passive'),
  owner: at(3, 'team db'),
  age: at(4, 120),
  version: at(5, '101.98.89'),
  expires: at(6, '2026-01-31T00:00:00Z'),
  tags: [at(7, 'GROUP=db'), at(8, 'ZONE=a')],
};

const test = (field: string, is: string): string => `{ field: demo.agent.${field}, is: { ${is} } }`;

describe('operators', () => {
  it.each([
    ['healthy', 'equals: false', 'found'],
    ['healthy', 'equals: true', 'clean'],
    ['mode', 'equals: passive', 'found'],
    ['mode', 'notEquals: passive', 'clean'],
    ['mode', 'notEquals: active', 'found'],
    ['mode', 'oneOf: [active]', 'clean'],
    ['mode', 'oneOf: [active, passive]', 'found'],
    ['age', 'equals: 120', 'found'],
    ['age', 'oneOf: [1, 120]', 'found'],
    ['age', 'below: 120', 'clean'],
    ['age', 'below: 121', 'found'],
    ['age', 'above: 120', 'clean'],
    ['age', 'above: 119', 'found'],
    ['age', 'atLeast: 120', 'found'],
    ['age', 'atLeast: 121', 'clean'],
    ['age', 'atMost: 120', 'found'],
    ['age', 'atMost: 119', 'clean'],
    ['version', 'equals: "101.98.89"', 'found'],
    ['version', 'versionBelow: "101.23052.0009"', 'found'],
    ['version', 'versionBelow: "101.98.89"', 'clean'],
    ['version', 'versionAtLeast: "101.98.89"', 'found'],
    ['version', 'versionAtLeast: "101.23052.0009"', 'clean'],
    ['expires', 'equals: 2026-01-31T00:00:00Z', 'found'],
    ['owner', 'contains: db', 'found'],
    ['owner', 'contains: web', 'clean'],
    ['tags', 'contains: ZONE=a', 'found'],
    ['tags', 'contains: ZONE', 'clean'],
    ['tags', 'exists: true', 'found'],
    ['owner', 'exists: true', 'found'],
    ['owner', 'exists: false', 'clean'],
    ['age', 'atLeast: 100, below: 120', 'clean'],
    ['age', 'atLeast: 100, below: 130', 'found'],
  ])('%s is { %s }: %s', (field, is, outcome) => {
    expect(outcomeOf(test(field, is), AGENT)).toBe(outcome);
  });
});

describe('a field that is not there', () => {
  const MISSING = 'demo.agent.mode is not in the input.';
  const mode = test('mode', 'equals: active');
  const unwell = test('healthy', 'equals: false');
  const well = test('healthy', 'equals: true');
  const agent = { healthy: at(1, false), tags: [] };

  it.each([
    ['leaves its comparison open', mode, MISSING],
    ['leaves the opposite open too', `{ not: ${mode} }`, MISSING],
    ['leaves notEquals open', test('mode', 'notEquals: active'), MISSING],
    ['answers exists: false', test('mode', 'exists: false'), 'found'],
    ['answers exists: true', test('mode', 'exists: true'), 'clean'],
    ['is false where it must exist first', test('mode', 'exists: true, equals: active'), 'clean'],
    ['does not matter to all where another part is false', `{ all: [${mode}, ${well}] }`, 'clean'],
    ['decides all where the others are true', `{ all: [${mode}, ${unwell}] }`, MISSING],
    ['does not matter to any where another part is true', `{ any: [${mode}, ${unwell}] }`, 'found'],
    ['decides any where the others are false', `{ any: [${mode}, ${well}] }`, MISSING],
    ['is unlike an empty list, which contains nothing', test('tags', 'contains: a'), 'clean'],
    ['is like an empty list to exists', test('tags', 'exists: false'), 'found'],
  ])('%s', (_, condition, outcome) => {
    expect(outcomeOf(condition, agent)).toBe(outcome);
  });

  it('is named once, and beside every other that is missing', () => {
    expect(outcomeOf(`{ all: [${mode}, ${mode}, ${test('age', 'above: 1')}] }`, agent)).toBe(
      'demo.agent.mode is not in the input; demo.agent.age is not in the input.',
    );
  });
});

describe('a version that is none', () => {
  it('leaves its comparison open', () => {
    const condition = test('version', 'versionBelow: "101.1"');
    expect(outcomeOf(condition, { version: at(1, 'unavailable') })).toBe(
      "demo.agent.version is 'unavailable', which is no version.",
    );
  });
});

describe('all, any and not', () => {
  const passive = test('mode', 'equals: passive');
  const well = test('healthy', 'equals: true');

  it.each([
    [`{ all: [${passive}, ${well}] }`, 'clean'],
    [`{ all: [${passive}, { not: ${well} }] }`, 'found'],
    [`{ any: [${passive}, ${well}] }`, 'found'],
    [`{ any: [{ not: ${passive} }, ${well}] }`, 'clean'],
    [`{ not: { any: [${passive}, ${well}] } }`, 'clean'],
  ])('%s: %s', (condition, outcome) => {
    expect(outcomeOf(condition, AGENT)).toBe(outcome);
  });
});
