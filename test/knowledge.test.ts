import { describe, expect, it } from 'vitest';

import { allThresholds } from '../analyzers/all-thresholds.ts';
import { links } from '../analyzers/links.ts';
import { allKnowledge } from '../analyzers/knowledge/all.ts';
import { profiles } from '../analyzers/profiles.ts';
import { readPack } from '../engine/rules/read-pack.ts';
import { tableText } from '../report/knowledge-text.ts';
import { LINK_HOSTS } from '../report/parts/links.ts';

describe.each(allKnowledge)('knowledge table $name', (table) => {
  const { sources, row, rows } = table;
  it('has rows, and each fits its own schema', () => {
    expect(rows.length).toBeGreaterThan(0);
    const wrong = rows.flatMap((one: unknown) => {
      const read = row.safeParse(one);
      return read.success ? [] : [{ one, issues: read.error.issues }];
    });
    expect(wrong).toEqual([]);
  });

  it('names the dated source of every row, and no source without a row', () => {
    const used = new Set(rows.map(({ source }: { source: string }) => source));
    expect([...used].filter((key) => !Object.hasOwn(sources, String(key)))).toEqual([]);
    expect(
      Object.values(sources).filter(({ date }) => !/^\d{4}-\d{2}(?:-\d{2})?$/u.test(date ?? '')),
    ).toEqual([]);
  });

  it('can be printed, changed and read back as a pack', () => {
    const pack = readPack(tableText(table), 'printed.json', allKnowledge);
    expect(pack).toMatchObject({ ok: true, rows: JSON.parse(JSON.stringify(rows)) as unknown });
  });

  it('holds in profiles that exist', () => {
    const known = profiles.map(({ id }) => id);
    const named = rows.flatMap((one: { profiles?: readonly string[] }) => one.profiles ?? []);
    expect(named.filter((id: string) => !known.includes(id))).toEqual([]);
  });
});

describe('thresholds', () => {
  it('have ids of their own, and a shipped value within their bounds', () => {
    expect(new Set(allThresholds.map(({ id }) => id)).size).toBe(allThresholds.length);
    expect(allThresholds.filter((one) => one.default < one.min || one.default > one.max)).toEqual([]);
    expect(allThresholds.filter(({ id }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9-]+$/u.test(id))).toEqual([]);
  });
});

describe('links', () => {
  it.each(Object.entries(links))(
    '%s is https, of an allowed host, and labelled',
    (_name, { label, href }) => {
      const url = new URL(href);
      expect(url.protocol).toBe('https:');
      expect(LINK_HOSTS).toContain(url.hostname);
      expect(url.search + url.username + url.password + url.port).toBe('');
      expect(label.length).toBeGreaterThan(3);
      expect(label.length).toBeLessThanOrEqual(60);
    },
  );
});
