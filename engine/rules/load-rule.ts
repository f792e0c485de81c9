import type { AnyAnalyzer, AnyFact } from '../api/index.ts';
import { ruleMistakes } from './check-rule.ts';
import { compileRule } from './compile-rule.ts';
import { readYaml } from './read-yaml.ts';
import type { MistakeAt, RuleMistake } from './rule-mistake.ts';
import { ruleSchema, type RuleFile } from './rule-schema.ts';
import { shapeMistakes } from './shape-mistakes.ts';

/** A small bundle inside a rule, and what the rule must say of it. */
export interface RuleTest {
  readonly name: string;
  /** Kind of the bundle; told by its content where it is left out. */
  readonly kind?: string;
  /** Support profile in force; the newest where it is left out. */
  readonly profile?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly status: 'found' | 'clean' | 'blocked' | 'not-applicable';
  /** `entry:line` of every place cited, finding by finding, in order. */
  readonly at?: readonly string[];
  /** The sentence of each finding, in order. */
  readonly text?: readonly string[];
}

export interface LoadedRule {
  readonly ok: true;
  readonly analyzer: AnyAnalyzer;
  readonly tests: readonly RuleTest[];
}

export interface RuleMistakes {
  readonly ok: false;
  /** Never empty; in the order of the file. */
  readonly mistakes: readonly RuleMistake[];
}

/** Reads a rule and makes an analyzer of it, or says everything that is wrong with it. */
export function loadRule(source: string, file: string, facts: readonly AnyFact[]): LoadedRule | RuleMistakes {
  const yaml = readYaml(source, file);
  if (!yaml.ok) return yaml;
  const refused = (mistakes: readonly MistakeAt[]): RuleMistakes => ({
    ok: false,
    mistakes: mistakes.map(yaml.locate).sort((a, b) => a.line - b.line || a.column - b.column),
  });
  const { data: rule, error } = ruleSchema.safeParse(yaml.value, { reportInput: true });
  if (error) return refused(shapeMistakes(error.issues));
  const byName = new Map(facts.map((fact) => [fact.name, fact]));
  const mistakes = ruleMistakes(rule, byName);
  if (mistakes.length > 0) return refused(mistakes);
  return { ok: true, analyzer: compileRule(rule, byName), tests: rule.tests.map(testOf) };
}

function testOf({ name, kind, profile, files, status, at, text }: RuleFile['tests'][number]): RuleTest {
  return {
    ...{ name, files, status },
    ...(kind === undefined ? {} : { kind }),
    ...(profile === undefined ? {} : { profile }),
    ...(at ? { at } : {}),
    ...(text === undefined ? {} : { text: typeof text === 'string' ? [text] : text }),
  };
}
