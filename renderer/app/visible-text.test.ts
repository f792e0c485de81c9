import { describe, expect, it } from 'vitest';

import { visibleParts } from './visible-text.ts';

const shown = (text: string): string =>
  visibleParts(text)
    .map((part) => (part.escaped ? `[${part.text}]` : part.text))
    .join('');

describe('visibleParts', () => {
  it.each([
    ['plain text', 'plain text'],
    ['', ''],
    ['a\u001b[31mred', 'a[␛][31mred'],
    ['over\u202eride', 'over[⟨202E⟩]ride'],
    ['nul\u0000', 'nul[␀]'],
    ['c1\u009b', 'c1[⟨009B⟩]'],
    ['tab\tstays', 'tab\tstays'],
    ['zero\u200bwidth', 'zero[⟨200B⟩]width'],
    ['👩\u200d💻', '👩\u200d💻'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
