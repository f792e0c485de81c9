import { describe, expect, it } from 'vitest';

import { fitsFilter, type Filtered } from './fits-filter.ts';
import { parseFilter } from './parse-filter.ts';

const FIELDS = ['severity', 'area'];
const compile = (source: string): RegExp => new RegExp(source, 'iu');
const read = (text: string) => parseFilter(text, FIELDS, compile);

const rows: Readonly<Record<string, Filtered>> = {
  proxy: {
    texts: ['Authenticated proxy', 'etc/environment'],
    fields: { severity: 'critical', area: 'connectivity' },
  },
  dns: { texts: ['Failing DNS', 'resolv.conf'], fields: { severity: 'high', area: 'connectivity' } },
  cores: { texts: ['Too few cores'], fields: { severity: 'high', area: 'sizing' } },
};

function passing(text: string): readonly string[] {
  const parsed = read(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return Object.entries(rows).flatMap(([name, row]) => (fitsFilter(parsed.filter, row) ? [name] : []));
}

describe('a filter', () => {
  it.each([
    ['', ['proxy', 'dns', 'cores']],
    ['PROXY', ['proxy']],
    ['severity:high', ['dns', 'cores']],
    ['severity:high,critical area:connectivity', ['proxy', 'dns']],
    ['-area:sizing', ['proxy', 'dns']],
    ['-dns severity:high', ['cores']],
    ['proxy OR cores', ['proxy', 'cores']],
    ['"few cores"', ['cores']],
    ['/resolv|environment/', ['proxy', 'dns']],
    ['-/^too/', ['proxy', 'dns']],
    ['proxy cores', []],
    ['OR OR', ['proxy', 'dns', 'cores']],
    ['-', []],
  ])('%j lets pass %j', (text, names) => {
    expect(passing(text)).toEqual(names);
  });

  it.each([
    ['"open', 'unclosed-quote', 0],
    ['a /open', 'unclosed-pattern', 2],
    ['/a(b/', 'bad-pattern', 0],
    ['sverity:high', 'unknown-field', 0],
    ['area:', 'empty-field', 0],
  ])('%j is wrong: %s at %i', (text, message, at) => {
    expect(read(text)).toMatchObject({ ok: false, message, at });
  });

  it('reads a slash within brackets as part of the expression', () => {
    expect(passing('/etc[/]environment/')).toEqual(['proxy']);
  });
});
