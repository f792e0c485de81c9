import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { loadDomain } from '../cli/domain.ts';
import { coverage } from '../scripts/coverage.ts';
import { casesIn } from '../scripts/coverage/cases.ts';
import { CHECKS } from '../scripts/coverage/checks.ts';
import { STATEMENTS } from '../scripts/coverage/statements.ts';

const ROOT = join(import.meta.dirname, '..');
const listed = new Set(CHECKS.map(([id]) => id));

describe('docs/coverage.md', () => {
  it('is what npm run coverage writes', () => {
    expect(readFileSync(join(ROOT, 'docs', 'coverage.md'), 'utf8')).toBe(coverage());
  });

  it('lists 201 checks, each once', () => {
    expect([CHECKS.length, listed.size]).toEqual([201, 201]);
  });

  it('names for every statement a listed check, or why no bundle shows it', () => {
    const wrong = STATEMENTS.filter(
      ({ checks, notEvaluated }) =>
        (checks.length === 0) === (notEvaluated === undefined) || checks.some((id) => !listed.has(id)),
    );
    expect(wrong).toEqual([]);
  });

  it('knows every analyzer there is', () => {
    const unlisted = loadDomain().analyzers.filter(
      ({ id, aliases = [] }) => ![id, ...aliases].some((one) => listed.has(one)),
    );
    expect(unlisted.map(({ id }) => id)).toEqual([]);
  });

  it('links to pages that exist', () => {
    const pages = [...coverage().matchAll(/\]\(\.\.\/(?<page>[^)]+)\)/gu)].map(
      (match) => match.groups?.['page'] ?? '',
    );
    expect(pages.filter((page) => !existsSync(join(ROOT, page)))).toEqual([]);
  });
});

describe('casesIn', () => {
  it('counts the cases that stand in a test file, and a computed list as one', () => {
    const source = [
      'testAnalyzer(one, {',
      "  found: [{ name: 'a' }, { name: 'b' }],",
      '  clean: names.map((name) => ({ name })),',
      "  blocked: [{ name: 'c' }],",
      '});',
    ].join('\n');
    expect(casesIn(source)).toEqual({ found: 2, clean: 1, blocked: 1, 'not-applicable': 0 });
  });
});
