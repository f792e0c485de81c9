import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { defineKnowledge } from '../api/index.ts';
import { readPack } from './read-pack.ts';

const sizes = defineKnowledge({
  name: 'sizes',
  describes: 'Sizes of hosts',
  sources: { shipped: { document: 'sizes', date: '2025-01' } },
  row: z.strictObject({ minimum: z.number(), source: z.string() }),
  rows: [{ minimum: 1, source: 'shipped' }],
});

const told = (text: string): unknown => {
  const pack = readPack(text, 'sizes.yaml', [sizes]);
  return pack.ok
    ? pack.rows
    : pack.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
};

const HEAD = "schema: 1\ntable: sizes\nsources: { new: { document: sizes, date: '2026-10' } }\n";

describe('readPack', () => {
  it('reads rows that fit their table', () => {
    expect(told(`${HEAD}rows:\n  - { minimum: 4, source: new }\n`)).toEqual([{ minimum: 4, source: 'new' }]);
  });

  it('reads JSON', () => {
    const json = { schema: 1, table: 'sizes', sources: {}, rows: [{ minimum: 4, source: 'new' }] };
    expect(told(JSON.stringify(json))).toEqual(["1:72 there is no source 'new' in this file"]);
  });

  it('shows a row that does not fit', () => {
    expect(told(`${HEAD}rows:\n  - { minimum: four, source: new }\n`)).toEqual([
      '5:16 this row does not fit the table sizes: Invalid input: expected number, received string',
    ]);
  });

  it('names a table that does not exist, and the nearest', () => {
    expect(told(`${HEAD.replace('sizes', 'size')}rows:\n  - { minimum: 4, source: new }\n`)).toEqual([
      "2:8 there is no table 'size'; did you mean 'sizes'?",
    ]);
  });
});
