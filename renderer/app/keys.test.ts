import { describe, expect, it } from 'vitest';

import { COMMANDS } from './commands.ts';
import { keyText } from './keys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('keyText', () => {
  it.each([
    [{ ...none, key: 'j' }, 'j'],
    [{ ...none, key: '?', shiftKey: true }, '?'],
    [{ ...none, key: 'k', ctrlKey: true }, 'Ctrl+K'],
    [{ ...none, key: 'K', metaKey: true, shiftKey: true }, 'Ctrl+Shift+K'],
    [{ ...none, key: 'F8', shiftKey: true }, 'Shift+F8'],
    [{ ...none, key: 'ArrowLeft', altKey: true }, 'Alt+Left'],
    [{ ...none, key: ',', ctrlKey: true }, 'Ctrl+,'],
    [{ ...none, key: 'Shift', shiftKey: true }, undefined],
  ])('%j is %s', (event, text) => {
    expect(keyText(event)).toBe(text);
  });
});

describe('commands', () => {
  it('have ids and keys of their own', () => {
    const keys = COMMANDS.flatMap((command) => command.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  });
});
