import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compileQuery } from './compile-query.ts';
import { LineSearch } from './line-search.ts';
import { parseExpression } from './parse-expression.ts';
import { requiredLiteral } from './required-literal.ts';

const query = { expression: true, ignoreCase: false, wholeWord: false } as const;

function mistakeOf(pattern: string): string {
  const compiled = compileQuery({ ...query, pattern });
  return compiled.ok ? 'none' : `${compiled.mistake.at}: ${compiled.mistake.message}`;
}

describe('compileQuery', () => {
  it.each([
    ['', '0: nothing to look for'],
    ['a(b', "1: '(' is not closed"],
    ['a)b', "1: ')' closes no group"],
    ['[ab', "0: '[' is not closed"],
    ['*a', "0: '*' repeats nothing"],
    ['a|+', "2: '+' repeats nothing"],
    ['a**', '2: what is repeated is repeated again'],
    ['^*', '1: an edge cannot be repeated'],
    ['a{3,1}', '1: the numbers are in the wrong order'],
    ['[z-a]', '1: a range is in the wrong order'],
    ['[\\d-x]', '1: a range has a class as its end'],
    ['a\\', "1: '\\' escapes nothing"],
    ['\\pL', "0: '\\p' is not known here"],
    ['(?=a)b', '0: look-around cannot be matched in linear time'],
    ['x(?<!a)b', '1: look-around cannot be matched in linear time'],
    ['(?i)b', "0: '(?' begins no group that is known here"],
    ['(a)\\1', '3: a back-reference cannot be matched in linear time'],
    ['(?<n>a)\\k<n>', '7: a back-reference cannot be matched in linear time'],
    ['(a{100}){100}', '0: it cannot be matched in linear time, as with large counts'],
    ['('.repeat(200), '100: more than 100 groups in each other'],
    ['a'.repeat(2001), '2000: more than 2000 characters'],
  ])('says what is wrong with %s', (pattern, mistake) => {
    expect(mistakeOf(pattern)).toBe(mistake);
  });

  it.each([
    'a{2}',
    'a{,2}',
    '{',
    '[]]?',
    '[^]',
    '[]',
    '(?:a|b)+?',
    '(?<name>a)',
    '\\x41\\u0042\\.',
    '[-a]',
    '[a-]',
    '\\/',
  ])('takes %s', (pattern) => expect(mistakeOf(pattern)).toBe('none'));

  it('takes a text with anything in it but a line end', () => {
    const literal = { expression: false, ignoreCase: true, wholeWord: true } as const;
    expect(compileQuery({ ...literal, pattern: '(a+)+$ [\\' }).ok).toBe(true);
    expect(compileQuery({ ...literal, pattern: 'a\nb' })).toEqual({
      ok: false,
      mistake: { message: 'a line end is in no line', at: 1 },
    });
  });
});

describe('requiredLiteral', () => {
  it.each([
    ['error', 'error'],
    ['^error: \\d+ of', 'error: '],
    ['(?:foo|bar)baz', 'baz'],
    ['ab?cde', 'cde'],
    ['(abc)+d', 'abc'],
    ['(abc)*d', 'd'],
    ['ab(cd)ef', 'abcdef'],
    ['foo\\bbar', 'foobar'],
    ['x|y', ''],
    ['caf\u00e9s', 'caf'],
    ['[a][b][cd]', 'ab'],
  ])('of %s is %s', (pattern, literal) => {
    const parsed = parseExpression(pattern);
    expect(parsed.ok && requiredLiteral(parsed.expression)).toBe(literal);
  });
});

/** Expressions put together of parts that matter; they are looked for in lines of few different characters. */
const { expression: pattern } = fc.letrec<{ expression: string; part: string }>((tie) => ({
  expression: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('a', 'b', 'ab', '.', '\\w', '\\s', '\\S', '[^a]', '[a-c]', ' ', 'ä'),
    },
    { weight: 2, arbitrary: fc.constantFrom('^', '$', '\\b', '\\B') },
    { weight: 2, arbitrary: fc.constantFrom('a*', 'b+', '.*', '\\w+?', '[^b]{1,3}', 'a?', '(?:ab)*') },
    { weight: 1, arbitrary: fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(?:${a}|${b})`) },
    { weight: 1, arbitrary: tie('expression').map((inner) => `(${inner}){0,2}`) },
  ),
}));
const lines = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', ' ', 'ä', '_', 'A'), { maxLength: 6 }), {
  minLength: 1,
  maxLength: 8,
});

describe('a search for an expression', () => {
  it.each([true, false])(
    'finds the lines that JavaScript finds one by one (ignoring case: %s)',
    (ignoreCase) => {
      fc.assert(
        fc.property(pattern, lines, fc.constantFrom('\n', '\r\n'), (source, written, end) => {
          const texts = written.map((line) => line.join(''));
          const expected = texts.flatMap((text, index) =>
            new RegExp(source, ignoreCase ? 'i' : '').test(text) ? [index + 1] : [],
          );
          const compiled = compileQuery({ ...query, ignoreCase, pattern: source });
          if (!compiled.ok) throw new Error(`${source}: ${compiled.mistake.message}`);
          const found: number[] = [];
          const search = new LineSearch({
            matcher: compiled.matcher,
            firstLine: 1,
            context: 0,
            found: ({ line }) => found.push(line) > 0,
            foundInBinary: () => undefined,
          });
          search.chunk(Buffer.from(texts.map((text) => text + end).join('')));
          search.end();
          expect(found).toEqual(expected);
        }),
        { numRuns: 2000, seed: 11 },
      );
    },
  );
});
