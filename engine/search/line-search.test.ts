import { describe, expect, it } from 'vitest';

import { compileQuery } from './compile-query.ts';
import { LineSearch } from './line-search.ts';
import type { SearchQuery } from './query.ts';

interface Given extends Partial<SearchQuery> {
  readonly context?: number;
  readonly firstLine?: number;
  /** Lines after which no more is wanted. */
  readonly most?: number;
}

/** Searches chunks; gives `line:text` of what matches, `line-text` of context, and text between ‹ and › where it matches. */
function search(
  chunks: string | readonly (string | Buffer)[],
  pattern: string,
  given: Given = {},
): readonly string[] {
  const { context = 0, firstLine = 1, most = Infinity, ...query } = given;
  const compiled = compileQuery({
    pattern,
    expression: false,
    ignoreCase: false,
    wholeWord: false,
    ...query,
  });
  if (!compiled.ok) throw new Error(compiled.mistake.message);
  const lines: string[] = [];
  const line = new LineSearch({
    matcher: compiled.matcher,
    firstLine,
    context,
    found({ line: number, text, cut, ranges, context: isContext }) {
      let marked = text;
      for (const [from, to] of ranges.toReversed()) {
        marked = `${marked.slice(0, from)}‹${marked.slice(from, to)}›${marked.slice(to)}`;
      }
      lines.push(`${number}${isContext ? '-' : ':'}${marked}${cut ? '…' : ''}`);
      return lines.length < most;
    },
    foundInBinary: () => void lines.push('binary'),
  });
  for (const chunk of typeof chunks === 'string' ? [chunks] : chunks)
    line.chunk(Buffer.from(chunk as string));
  line.end();
  return lines;
}

const expression = { expression: true } as const;

describe('LineSearch', () => {
  it('finds a text in lines, with their numbers', () => {
    expect(search('one\ntwo error\nthree\nerror error\n', 'error')).toEqual([
      '2:two ‹error›',
      '4:‹error› ‹error›',
    ]);
  });

  it('finds it in a last line without an end', () => {
    expect(search('one\ntwo', 'two')).toEqual(['2:‹two›']);
  });

  it('finds it across chunks', () => {
    expect(search(['a\nfirst er', 'r', 'or line\nb er', 'ror\nc'], 'error')).toEqual([
      '2:first ‹error› line',
      '3:b ‹error›',
    ]);
  });

  it('tells cases apart, or not', () => {
    const text = 'Error\nerror\nERROR ä\nÄRGER\n';
    expect(search(text, 'error')).toEqual(['2:‹error›']);
    expect(search(text, 'error', { ignoreCase: true })).toEqual(['1:‹Error›', '2:‹error›', '3:‹ERROR› ä']);
    expect(search(text, 'ärger', { ignoreCase: true })).toEqual(['4:‹ÄRGER›']);
  });

  it('finds whole words only where that is asked for', () => {
    const text = 'err\nerror\nerr.err_x err\n-err-\n';
    expect(search(text, 'err', { wholeWord: true })).toEqual(['1:‹err›', '3:‹err›.err_x ‹err›', '4:-‹err›-']);
    expect(search('a.b\nxa.b\n.a\n', '.a', { wholeWord: true })).toEqual(['3:‹.a›']);
  });

  it('takes a text as it is written', () => {
    expect(search('a.c\nabc\n', 'a.c')).toEqual(['1:‹a.c›']);
    expect(search('a.c\nabc\nA.C', 'a.c', { ignoreCase: true })).toEqual(['1:‹a.c›', '3:‹A.C›']);
  });

  it('finds expressions, with edges at those of the line', () => {
    const text = 'pid 12\r\nno pid\r\nxpid 7\r\n';
    expect(search(text, '^pid \\d+$', expression)).toEqual(['1:‹pid 12›']);
    expect(search(text, '\\d+$', expression)).toEqual(['1:pid ‹12›', '3:xpid ‹7›']);
    expect(search(text, '\\bpid\\b', expression)).toEqual(['1:‹pid› 12', '2:no ‹pid›']);
  });

  it('lets no expression reach into the next line', () => {
    expect(search('a\nb\na b\n', 'a\\sb', expression)).toEqual(['3:‹a b›']);
    expect(search('a\nb\naxb\n', 'a[^x]*b|axb', expression)).toEqual(['3:‹axb›']);
    expect(search('a\nb\n', 'a\\nb', expression)).toEqual([]);
  });

  it('finds every line where an expression matches nothing at all', () => {
    expect(search('one\n\nx\n', 'x*', expression)).toEqual(['1:one', '2:', '3:‹x›']);
    expect(search('one\n\ntwo', '^$', expression)).toEqual(['2:']);
  });

  it('finds text in UTF-8 and in Latin-1', () => {
    expect(search('naïve\ncafé au lait\n', 'caf. au', expression)).toEqual(['2:‹café au› lait']);
    const western = Buffer.from('plain\ncafé\nplain\n', 'latin1');
    expect(search([western], 'café')).toEqual(['2:‹café›']);
    expect(search([western], 'caf.$', expression)).toEqual(['2:‹café›']);
  });

  it('gives the lines around a match, each once', () => {
    const text = '1\n2\n3 x\n4\n5 x\n6\n7\n8\n9 x\n10\n';
    const wanted = ['2-2', '3:3 ‹x›', '4-4', '5:5 ‹x›', '6-6', '8-8', '9:9 ‹x›', '10-10'];
    expect(search(text, 'x', { context: 1 })).toEqual(wanted);
    expect(search(text.split(/(?<=\n)/u), 'x', { context: 1 })).toEqual(wanted);
    expect(search([...text], 'x', { context: 1 })).toEqual(wanted);
  });

  it('begins to count where it is told', () => {
    expect(search('a\nb\n', 'b', { firstLine: 7 })).toEqual(['8:‹b›']);
  });

  it('ends lines at CR where there is no LF', () => {
    expect(search('one\rtwo x\rthree x', 'x')).toEqual(['2:two ‹x›', '3:three ‹x›']);
    expect(search('10%\r20% x\r\nx\n', 'x')).toEqual(['1:10%\r20% ‹x›', '2:‹x›']);
    const long = 'line\r'.repeat(300_000);
    expect(search([`${long}x\r`, 'y\rx'], 'x')).toEqual(['300001:‹x›', '300003:‹x›']);
  });

  it('finds what lies far in a line of megabytes, and counts on', () => {
    const filler = Buffer.alloc(700_000, '.');
    const chunks = ['first\n', filler, filler, 'needle', filler, filler, filler, '\nneedle\n'];
    const [long = '', next] = search(chunks, 'needle');
    expect(long.slice(0, 2)).toBe('2:');
    expect(long).toContain('.‹needle›.');
    expect(long.length).toBeLessThan(17_000);
    expect(long.endsWith('…')).toBe(true);
    expect(next).toBe('3:‹needle›');
  });

  it('finds what lies across the parts of a line of megabytes', () => {
    const chunks = [Buffer.alloc(1_048_570, '.'), 'nee', Buffer.from('dle'), Buffer.alloc(10, '.'), '\n'];
    expect(search(chunks, 'needle').map((line) => line.slice(-20))).toEqual(['.‹needle›..........…']);
  });

  it('says only once that something which is no text matches', () => {
    const program = Buffer.concat([
      Buffer.from('\u007fELF'),
      Buffer.alloc(500),
      Buffer.from('error\nerror\n'),
    ]);
    expect(search([program], 'error', { context: 2 })).toEqual(['binary']);
    expect(search([program], 'missing')).toEqual([]);
  });

  it('stops when no more is wanted', () => {
    expect(search('x\nx\nx\n', 'x', { most: 2 })).toEqual(['1:‹x›', '2:‹x›']);
  });

  it('drops a byte order mark from the text', () => {
    expect(search('\ufeffhealthy\n', '^healthy', expression)).toEqual(['1:‹healthy›']);
  });

  it('needs no more time for an expression that goes back and forth', () => {
    const text = `${'a'.repeat(4000)}b\n`.repeat(200);
    for (const pattern of ['(a+)+$', '(a|a)+$', '(a|aa)+$', 'a*a*a*c', '(.*)*x', '(\\w+\\s?)+!', 'a*c']) {
      expect(search(text, pattern, expression).length).toBe(0);
    }
    expect(search([`${'a'.repeat(900_000)}b\nend`], '(a+)+$', expression)).toEqual([]);
  });
});
