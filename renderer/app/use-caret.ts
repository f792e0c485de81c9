import { useEffect, useState } from 'react';

/** Where the selection in a file stands: its line, the column counted from 1, characters and lines selected. */
export interface Caret {
  readonly line: number;
  readonly column: number;
  readonly characters: number;
  readonly lines: number;
}

/** Follows the selection among the lines of a file; undefined where none is there. */
export function useCaret(): Caret | undefined {
  const [caret, setCaret] = useState<Caret>();
  useEffect(() => {
    const onChange = (): void => setCaret(caretOf(document.getSelection()));
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, []);
  return caret;
}

function caretOf(selection: Selection | null): Caret | undefined {
  if (!selection?.focusNode || !selection.anchorNode) return undefined;
  const focus = lineOf(selection.focusNode);
  const anchor = lineOf(selection.anchorNode);
  if (!focus || !anchor) return undefined;
  const before = document.createRange();
  before.setStart(focus.text, 0);
  before.setEnd(selection.focusNode, selection.focusOffset);
  return {
    line: focus.number,
    column: before.toString().length + 1,
    characters: selection.toString().length,
    lines: Math.abs(focus.number - anchor.number) + 1,
  };
}

function lineOf(node: Node): { readonly number: number; readonly text: Node } | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>('[data-line]');
  const text = line?.querySelector('[data-line-text]');
  return line && text ? { number: Number(line.dataset['line']), text } : undefined;
}
