import { describe, expect, it } from 'vitest';
import { visible, visibleJson, visibleLine } from './escape.ts';

describe('visible', () => {
  it('shows escape sequences instead of obeying them', () => {
    expect(visible('\u001b]0;owned\u0007 \u009b31m')).toBe('\\u{1b}]0;owned\\u{7} \\u{9b}31m');
  });

  it('shows marks that turn the direction of reading', () => {
    expect(visible('a\u202eb\u2066c\u061cd')).toBe('a\\u{202e}b\\u{2066}c\\u{61c}d');
  });

  it('shows line and paragraph separators, carriage returns and deletes', () => {
    expect(visible('a\u2028b\u2029c\rd\u007fe')).toBe('a\\u{2028}b\\u{2029}c\\u{d}d\\u{7f}e');
  });

  it('shows half a surrogate pair', () => {
    expect(visible('a\ud800b')).toBe('a\\u{d800}b');
  });

  it('keeps line feeds, tabs, letters of all scripts and joined emoji', () => {
    expect(visible('a\n\tä日本 👩‍💻')).toBe('a\n\tä日本 👩‍💻');
  });
});

describe('visibleLine', () => {
  it('shows what tells two names apart: zero-width signs, bytes that are no UTF-8, joiners in Latin text', () => {
    expect(visibleLine('a\u200bb\ufeffc\udce9d')).toBe('a\\u{200b}b\\u{feff}c\\u{dce9}d');
    expect(visibleLine('ho\u200dsts')).toBe('ho\\u{200d}sts');
    expect(visibleLine('\u{1f468}\u200d\u{1f469}')).toBe('\u{1f468}\u200d\u{1f469}');
  });

  it('keeps a forged second line on the first', () => {
    expect(visibleLine('etc/hosts\n0 findings\t')).toBe('etc/hosts\\u{a}0 findings\\u{9}');
  });
});

describe('visibleJson', () => {
  it('leaves nothing unseen, and the same data behind it', () => {
    const data = { name: 'a\u009bb\u202ec\u007f\u{e0041}' };
    const json = visibleJson(JSON.stringify(data, null, 2));
    expect(json).toBe('{\n  "name": "a\\u009bb\\u202ec\\u007f\\udb40\\udc41"\n}');
    expect(JSON.parse(json)).toEqual(data);
  });
});
