import type { z } from 'zod';

import { didYouMean, nearest } from './did-you-mean.ts';
import { pathText } from './read-yaml.ts';
import { shown, type MistakeAt, type RulePath } from './rule-mistake.ts';

type Issue = z.core.$ZodIssue;

/** Says what the schema found wrong, in the words of rules. The issues carry their input. */
export function shapeMistakes(issues: readonly Issue[], outer: RulePath = []): readonly MistakeAt[] {
  const mistakes = issues.flatMap((issue) => mistakesOf(issue, [...outer, ...partsOf(issue)]));
  return withoutExplained(mistakes);
}

interface ShapeMistake extends MistakeAt {
  /** The missing key this is about, or the one that was meant. */
  readonly missing?: string;
  readonly meant?: string;
  /** Says something of the whole; a mistake inside it says it better. */
  readonly general?: true;
}

function mistakesOf(issue: Issue, path: RulePath): readonly ShapeMistake[] {
  const one = (message: string): readonly ShapeMistake[] => [{ path, message }];
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return [missing(path, issue)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key, issue.message.split(', ')));
    case 'invalid_union':
      return unionMistakes(issue, path);
    case 'invalid_type':
      return one(`expected ${article(issue.expected)}, found ${shown(issue.input)}`);
    case 'invalid_value':
      return one(notAmong(issue.input, issue.values.map(String)));
    case 'too_big':
      return one(
        `${pathText(path)} has ${sizeOf(issue.input)}, at most ${Number(issue.maximum)} are allowed`,
      );
    case 'too_small':
      return one(`${pathText(path)} is empty`);
    case 'invalid_format':
      return one(`found ${shown(issue.input)}, expected ${issue.message}`);
    case 'custom':
      return [{ path, message: issue.message, general: true }];
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return one(issue.message);
  }
}

function missing(path: RulePath, issue: Issue): ShapeMistake {
  const name = String(path.at(-1) ?? '');
  const expected = issue.code === 'invalid_value' ? `; expected ${issue.values.map(String).join(', ')}` : '';
  return { path: path.slice(0, -1), message: `the key '${name}' is missing${expected}`, missing: name };
}

function unknownKey(path: RulePath, key: string, known: readonly string[]): ShapeMistake {
  const near = nearest(key, known);
  const hint = didYouMean(key, known) || `; expected ${known.join(', ')}`;
  const message = `there is no key ${shown(key)} here${hint}`;
  return { path: [...path, key], key: true, message, ...(near === undefined ? {} : { meant: near }) };
}

/** A union is judged by the branch that the keys come nearest to. */
function unionMistakes(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: RulePath,
): readonly ShapeMistake[] {
  const branches = issue.errors;
  const types = branches.flatMap(([first]) =>
    first?.code === 'invalid_type' && first.path.length === 0 ? [first.expected] : [],
  );
  if (types.length === branches.length) {
    const expected = types.includes('object') ? issue.message : [...new Set(types)].map(article).join(' or ');
    return [{ path, message: `expected ${expected}, found ${shown(issue.input)}` }];
  }
  const ofType = branches.filter(([first]) => first?.code !== 'invalid_type' || first.path.length > 0);
  const best = ofType.reduce((a, b) => (misfit(b) < misfit(a) ? b : a));
  const mistakes = best.flatMap((inner) => mistakesOf(inner, [...path, ...partsOf(inner)]));
  const strange = mistakes.find((one) => one.key && one.meant === undefined);
  if (strange && mistakes.some((one) => one.missing !== undefined)) {
    const found = shown(strange.path.at(-1));
    return [{ path: strange.path, key: true, message: `found the key ${found}, expected ${issue.message}` }];
  }
  return mistakes;
}

/** How many keys a branch misses or does not know. */
function misfit(issues: readonly Issue[]): number {
  let count = 0;
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) count += issue.keys.length;
    else if (issue.input === undefined && issue.path.length === 1) count += 1;
  }
  return count;
}

/** A key that is missing because it was mistyped is one mistake, not two; so is a whole spoilt by its part. */
function withoutExplained(mistakes: readonly ShapeMistake[]): readonly MistakeAt[] {
  const meant = new Set(
    mistakes.flatMap(({ path, meant: name }) =>
      name === undefined ? [] : [pathText([...path.slice(0, -1), name])],
    ),
  );
  return mistakes.filter(({ path, missing: name, general }) => {
    if (general)
      return !mistakes.some((other) => other.key && pathText(other.path.slice(0, -1)) === pathText(path));
    return name === undefined || !meant.has(pathText([...path, name]));
  });
}

function notAmong(found: unknown, known: readonly string[]): string {
  const hint = typeof found === 'string' ? didYouMean(found, known) : '';
  return `found ${shown(found)}, expected ${known.length > 1 ? 'one of ' : ''}${known.join(', ')}${hint}`;
}

const ARTICLES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

function article(type: string): string {
  return ARTICLES[type] ?? type;
}

function sizeOf(input: unknown): string {
  return typeof input === 'string' ? `${input.length} characters` : 'too many parts';
}

/** Paths of the schema may hold symbols; data read from YAML never does. */
function partsOf(issue: Issue): RulePath {
  return issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
}
