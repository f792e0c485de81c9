import { marked, type Token } from 'marked';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { code, codeCell, fenced, plain } from './marks.ts';

/** What a reader of GitHub's dialect makes of a text, without paragraphs and words. */
function marksIn(markdown: string): readonly string[] {
  const kinds: string[] = [];
  void marked.walkTokens(marked.lexer(markdown, { gfm: true }), ({ type }: Token) => {
    if (!['paragraph', 'text', 'escape', 'space'].includes(type)) kinds.push(type);
  });
  return kinds;
}

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '[click](https://evil.example)',
  '![x](https://evil.example/x.png)',
  'https://evil.example www.evil.example mailto:a@b.example a@b.example',
  '# heading',
  '- item',
  '1. item',
  '2) item',
  '> quote',
  '===',
  '---',
  '***bold*** __bold__ _it_ ~~gone~~ `code`',
  '| a | b |',
  '&lt;script&gt; &#60;',
  '<!-- comment',
  '[ref]: https://evil.example',
  '    indented',
];

describe('data in Markdown', () => {
  it.each(HOSTILE)('marks nothing up: %s', (text) => {
    expect(marksIn(plain(text))).toEqual([]);
    expect(marksIn(`- ${plain(text)}`)).toEqual(['list', 'list_item']);
  });

  it('marks nothing up, whatever it holds', () => {
    const signs = fc.constantFrom(...'\\`*_{}[]<>()#+-.!|~@$&=^:;/ \thtpsw1ab'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 40 }), (text) => {
        expect(marksIn(plain(text))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves names as they are read', () => {
    expect(plain('rhel-8.10, kernel 4.18.0-553.el8_10.x86_64 (97 %)')).toBe(
      'rhel-8.10, kernel 4.18.0-553.el8_10.x86_64 (97 %)',
    );
  });

  it('stays one piece of code, with backticks and bars', () => {
    expect(marksIn(code('a `` b'))).toEqual(['codespan']);
    const table = marked.lexer(`| a |\n|---|\n| ${codeCell('x|y')} |`);
    expect(table[0]).toMatchObject({ type: 'table', rows: [[{ text: '`x|y`' }]] });
  });

  it('never closes its own fence', () => {
    const text = fenced(['before', '````', '# not a heading', '\u001b[31m'], 'text').join('\n');
    expect(marked.lexer(text)[0]).toMatchObject({
      type: 'code',
      text: 'before\n````\n# not a heading\n\\u{1b}[31m',
    });
  });
});
