import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { compileQuery } from '../search/compile-query.ts';
import type { LineMatcher } from '../search/query.ts';
import { ContentStore } from './content-store.ts';
import type { StoreSearchEnd, StoreSearchOptions } from './search-blocks.ts';

let parent = '';
let store: ContentStore;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'stores-'));
  store = new ContentStore({ quotaBytes: 1e9, note: () => undefined, parent });
});
afterEach(async () => {
  await store.close();
  rmSync(parent, { recursive: true });
});

function keep(path: string, content: string | Buffer): void {
  store.begin({ path, kind: 'file' });
  store.chunk(Buffer.from(content as string));
  store.end('whole');
}

function matcher(pattern: string, expression = false): LineMatcher {
  const compiled = compileQuery({ pattern, expression, ignoreCase: false, wholeWord: false });
  if (!compiled.ok) throw new Error(compiled.mistake.message);
  return compiled.matcher;
}

async function search(
  options: StoreSearchOptions,
  entries: Iterable<number> = store.wholeEntries(),
): Promise<{ readonly lines: readonly string[]; readonly end: StoreSearchEnd }> {
  const lines: string[] = [];
  const run = store.search(entries, options);
  for (;;) {
    const { value, done } = await run.next();
    if (done) return { lines, end: value };
    const { path } = store.entry(value.entry);
    for (const { line, text, context } of value.lines)
      lines.push(`${path}${context ? '-' : ':'}${line}:${text}`);
    if (value.binary) lines.push(`${path} is binary`);
  }
}

/** 7 MB, which is 27 blocks; each hundredth line holds a needle. */
const LONG = Array.from({ length: 300_000 }, (_, at) =>
  (at + 1) % 100 === 0 ? `line ${at + 1} with a needle\n` : `line ${at + 1} of the log\n`,
).join('');

describe('a search in the store', () => {
  it('finds lines of all entries in their order, with counts', async () => {
    keep('etc/hosts', '127.0.0.1 localhost\n192.0.2.7 db-01\n');
    keep('motd', 'welcome to db-01');
    keep('empty', '');
    keep('etc/hostname', 'db-01\n');
    const { lines, end } = await search({ matcher: matcher('db-01') });
    expect(lines).toEqual(['etc/hosts:2:192.0.2.7 db-01', 'motd:1:welcome to db-01', 'etc/hostname:1:db-01']);
    expect(end).toEqual({ ended: 'complete', lines: 3, entries: 3, bytesSearched: 58 });
  });

  it.each([
    ['a text', matcher('needle'), 3_001],
    ['an expression', matcher('ne+dle$', true), 3_000],
    ['an expression without any sure text', matcher('n[e]{2}[c-e]le|xx', true), 3_001],
  ])('finds %s in a log of many blocks', async (_what, wanted, count) => {
    keep('before', 'a\nb');
    keep('log', LONG);
    keep('after', 'the needle after');
    const { lines, end } = await search({ matcher: wanted });
    expect([lines.length, end.lines]).toEqual([count, count]);
    expect([lines[0], lines[1_499], lines[2_999]]).toEqual([
      'log:100:line 100 with a needle',
      'log:150000:line 150000 with a needle',
      'log:300000:line 300000 with a needle',
    ]);
  });

  it('finds what lies across two blocks', async () => {
    keep('log', `${'x'.repeat(262_140)}needle\n`);
    const { lines } = await search({ matcher: matcher('needle') });
    expect(lines.map((line) => line.slice(0, 6))).toEqual(['log:1:']);
  });

  it('searches only the entries that are asked for', async () => {
    for (const name of ['a', 'b', 'c']) keep(name, 'needle\n');
    expect((await search({ matcher: matcher('needle') }, [2, 0])).lines).toEqual([
      'c:1:needle',
      'a:1:needle',
    ]);
  });

  it('gives lines around those that match', async () => {
    keep('log', '1\n2\nneedle\n4\n5\n');
    expect((await search({ matcher: matcher('needle'), context: 1 })).lines).toEqual([
      'log-2:2',
      'log:3:needle',
      'log-4:4',
    ]);
  });

  it('ends at the number of lines that is wanted', async () => {
    keep('log', LONG);
    const { lines, end } = await search({ matcher: matcher('needle'), mostLines: 5 });
    expect(lines).toHaveLength(5);
    expect(end.ended).toBe('most-lines');
    expect(end.bytesSearched).toBeLessThan(LONG.length / 10);
  });

  it('ends when it is cancelled, and when its time is over', async () => {
    keep('log', LONG);
    expect((await search({ matcher: matcher('needle'), signal: AbortSignal.abort() })).end.ended).toBe(
      'cancelled',
    );
    expect((await search({ matcher: matcher('needle'), budget: -1 })).end.ended).toBe('budget');
  });

  it('can be left in the middle', async () => {
    keep('log', LONG);
    for await (const { lines } of store.search(store.wholeEntries(), { matcher: matcher('needle') })) {
      expect(lines[0]?.line).toBe(100);
      break;
    }
  });

  it('says of what is no text only that it matches', async () => {
    keep('program', Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(900), Buffer.from('needle\n')]));
    expect((await search({ matcher: matcher('needle') })).lines).toEqual(['program is binary']);
  });

  it('counts the lines of a section as its file does, and searches it once', async () => {
    const text = '#==[ Command ]====#\n# /bin/df\nneedle\n';
    store.begin({ path: 'basic.txt', kind: 'file', holds: 'sections' });
    store.chunk(Buffer.from(text));
    store.end('whole');
    store.begin({ path: 'basic.txt!#/bin/df', kind: 'file', size: 7, firstLine: 3 });
    expect((await search({ matcher: matcher('needle') })).lines).toEqual(['basic.txt:3:needle']);
    expect((await search({ matcher: matcher('needle') }, [1])).lines).toEqual([
      'basic.txt!#/bin/df:3:needle',
    ]);
  });
});
