import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { loadRule } from '../engine/rules/load-rule.ts';
import { OPERATORS, ruleJsonSchema, ruleSchema } from '../engine/rules/rule-schema.ts';
import { health } from '../facts/mdatp/health.ts';
import { judge } from './harness/test-analyzer.ts';

const docs = join(import.meta.dirname, '..', 'docs');
const page = readFileSync(join(docs, 'writing-a-rule.md'), 'utf8');
const [, example = ''] = /^```yaml\n([^`]*)^```$/mu.exec(page) ?? [];

describe('docs/writing-a-rule.md', () => {
  it('has an example that loads and passes its own tests', async () => {
    const loaded = loadRule(example, 'writing-a-rule.md', [health]);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes));
    expect(loaded.tests.map(({ status }) => status)).toEqual(['found', 'clean', 'blocked']);
    for (const test of loaded.tests) {
      const { outcome, findings } = await judge(loaded.analyzer, test);
      const at = findings.flatMap(({ evidence }) =>
        evidence.map((one) => ('entry' in one ? `${one.entry}:${one.line}` : one.lookedFor)),
      );
      expect([test.name, outcome?.status, at]).toEqual([test.name, test.status, test.at ?? []]);
      expect(findings.map(({ message }) => message)).toEqual(test.text ?? []);
    }
  });

  it('names every key and every operator', () => {
    const missing = [...Object.keys(ruleSchema.shape), ...OPERATORS].filter(
      (name) => !page.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });
});

describe('docs/rule.schema.json', () => {
  it('is what scripts/rule-schema.ts writes', () => {
    const written: unknown = JSON.parse(readFileSync(join(docs, 'rule.schema.json'), 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(ruleJsonSchema())));
  });
});
