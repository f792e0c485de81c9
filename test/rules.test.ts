import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

import { ruleFiles } from '../cli/rule-files.ts';
import { loadRule } from '../engine/rules/load-rule.ts';
import { allFacts } from '../facts/all.ts';
import { judge, placeOf } from './harness/test-analyzer.ts';

const ROOT = join(import.meta.dirname, '..');

/** Every shipped rule, with the tests that it carries. */
for (const file of ruleFiles(join(ROOT, 'analyzers'))) {
  const name = relative(ROOT, file);
  const loaded = loadRule(readFileSync(file, 'utf8'), name, allFacts);

  describe(name, () => {
    it('has no mistakes and is called as its file', () => {
      expect(loaded.ok ? [] : loaded.mistakes).toEqual([]);
      if (loaded.ok) expect(`analyzers/${loaded.analyzer.id}.rule.yaml`).toBe(name);
    });
    if (!loaded.ok) return;
    const { analyzer, tests } = loaded;

    it.each(tests)('$name', async ({ files, status, at, text }) => {
      const { outcome, findings } = await judge(analyzer, { files });
      expect(outcome?.status).toBe(status);
      if (at) expect(findings.flatMap(({ evidence }) => evidence.map(placeOf))).toEqual(at);
      if (text) expect(findings.map(({ message }) => message)).toEqual(text);
    });

    it('is tested with the fault, without it, and without its input', () => {
      const shown = tests.map(({ status }) => status);
      expect(shown).toEqual(expect.arrayContaining(['found', 'clean', 'blocked']));
    });
  });
}
