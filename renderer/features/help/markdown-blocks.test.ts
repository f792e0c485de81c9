import { describe, expect, it } from 'vitest';

import { blocksOf, inlinesOf } from './markdown-blocks.ts';

describe('blocksOf', () => {
  it('reads what our pages are made of', () => {
    const text =
      '# Keys\n\nTwo lines\nmake one.\n\n- one\n- two\n  goes on\n\n| key | does |\n|---|---|\n| j | next |\n\n```sh\nls -l\n```\n';
    expect(blocksOf(text)).toEqual([
      { kind: 'heading', level: 1, text: 'Keys' },
      { kind: 'paragraph', text: 'Two lines make one.' },
      { kind: 'list', items: ['one', 'two goes on'] },
      { kind: 'table', head: ['key', 'does'], rows: [['j', 'next']] },
      { kind: 'code', text: 'ls -l' },
    ]);
  });
});

describe('inlinesOf', () => {
  it('reads code, weight and labels', () => {
    expect(inlinesOf('Press `j` for **next**, see [keys](keys.md)')).toEqual([
      { kind: 'text', text: 'Press ' },
      { kind: 'code', text: 'j' },
      { kind: 'text', text: ' for ' },
      { kind: 'strong', text: 'next' },
      { kind: 'text', text: ', see ' },
      { kind: 'text', text: 'keys' },
    ]);
  });
});
