import { describe, expect, it } from 'vitest';

import { derivedFact, type AnyFact, type FactOutcome, type ReportFacts } from '../api/index.ts';
import { factExcerpts, isCompared } from './fact-excerpts.ts';

const text = { type: 'string', describes: 'x' } as const;

const demo = derivedFact({
  name: 'demo.host',
  describes: 'A fact with fields that are compared and one that is not',
  fields: {
    id: { ...text, fleet: true },
    secret: text,
    tags: { type: 'list', items: 'string', describes: 'x', fleet: true },
    rows: {
      type: 'rows',
      describes: 'x',
      fleet: true,
      row: { name: text, size: { type: 'number', describes: 'x' } },
    },
  },
  needs: {},
  derive: () => undefined,
});

const at = { entry: 'a.txt', line: 3 };

function excerptsOf(value: unknown, partial = false): ReportFacts['excerpts'] {
  const outcome: FactOutcome<unknown> = { status: 'known', value, entries: ['a.txt'], partial, problems: [] };
  return factExcerpts(new Map<AnyFact, FactOutcome<unknown>>([[demo, outcome]])).excerpts;
}

describe('factExcerpts', () => {
  it('keeps the fields that are compared, by name, with their places', () => {
    const value = {
      id: { value: 'x-1', at },
      secret: { value: 'not for others', at },
      tags: [],
      rows: [{ value: { name: 'a', size: 4, other: 'left out' }, at }],
    };
    expect(excerptsOf(value)).toEqual([
      { fact: 'demo.host', field: 'id', items: [{ value: 'x-1', at }] },
      { fact: 'demo.host', field: 'rows', items: [{ value: { name: 'a', size: 4 }, at }] },
      { fact: 'demo.host', field: 'tags', items: [] },
    ]);
  });

  it('keeps nothing of a value that is not there', () => {
    expect(excerptsOf({ id: undefined, tags: [], rows: [] }).map(({ field }) => field)).toEqual([
      'rows',
      'tags',
    ]);
  });

  it('says where there is more than it keeps', () => {
    const many = Array.from({ length: 1001 }, (_, index) => ({ value: `tag-${index}`, at }));
    const [, , tags] = excerptsOf({ id: { value: 'x', at }, tags: many, rows: [] });
    expect(tags).toMatchObject({ field: 'tags', cut: true });
    expect(tags?.items.length).toBe(1000);
    const [id] = excerptsOf({ id: { value: 'x'.repeat(1001), at }, tags: [], rows: [] });
    expect(id).toMatchObject({ cut: true, items: [{ value: 'x'.repeat(1000) }] });
  });

  it('takes what was read in part for a part', () => {
    expect(excerptsOf({ id: { value: 'x', at }, tags: [], rows: [] }, true).every(({ cut }) => cut)).toBe(
      true,
    );
  });

  it('keeps nothing of a fact that is not known', () => {
    const absent: FactOutcome<unknown> = { status: 'absent', missing: [], problems: [] };
    expect(factExcerpts(new Map([[demo, absent]]))).toEqual({ schema: 1, excerpts: [] });
  });

  it('knows which facts are compared', () => {
    const plain = derivedFact({
      name: 'demo.plain',
      describes: 'Without such a field',
      fields: { id: text },
      needs: {},
      derive: () => undefined,
    });
    expect([isCompared(demo), isCompared(plain)]).toEqual([true, false]);
  });
});
