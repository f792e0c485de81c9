import { useEffect } from 'react';

import { useDeskStore } from '../state/use-desk.ts';
import { COMMANDS, isAtHand } from './commands.ts';

/** Milliseconds between the two keys of `g s`. */
const CHORD_MILLISECONDS = 1_000;

/** Runs commands by their keys, anywhere on the page. */
export function useCommandKeys(): void {
  const store = useDeskStore();
  useEffect(() => {
    let first = '';
    let until = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const pressed = keyText(event);
      if (pressed === undefined) return;
      const desk = store.getState();
      // A letter typed into a field is a letter; so is one typed while a dialog is open.
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !/^(?:Shift\+)?F\d+$/u.test(pressed);
      if (plain && (isField(event.target) || desk.dialog !== undefined)) return;
      const chord = Date.now() < until ? `${first} ${pressed}` : '';
      const command = COMMANDS.find(
        (one) => isAtHand(one, desk) && (one.keys ?? []).some((key) => key === pressed || key === chord),
      );
      first = pressed;
      until = Date.now() + CHORD_MILLISECONDS;
      if (!command) return;
      event.preventDefault();
      command.run(desk, store.deeds);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
}

/** `Ctrl+Shift+P`, `?`, `F8`: as commands write their keys; the command key of a Mac counts as Ctrl. */
export function keyText({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string | undefined {
  if (key === 'Control' || key === 'Shift' || key === 'Alt' || key === 'Meta') return undefined;
  const name = key.startsWith('Arrow') ? key.slice(5) : key;
  const parts = [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : ''];
  // A sign that needs Shift to be typed names itself.
  const isSign = name.length === 1 && !/[a-z]/iu.test(name);
  if (shiftKey && !isSign) parts.push('Shift');
  const letter = name.length === 1 && (ctrlKey || metaKey) ? name.toUpperCase() : name;
  return [...parts.filter((part) => part !== ''), letter].join('+');
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}
