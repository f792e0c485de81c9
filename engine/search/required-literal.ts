import { onlyOf } from './char-set.ts';
import type { Expression } from './expression.ts';

/**
 * The longest text that every match of an expression holds, empty where none is sure. Only ASCII, whose bytes are the
 * same in every encoding that is searched.
 */
export function requiredLiteral(expression: Expression): string {
  switch (expression.kind) {
    case 'edge':
    case 'either':
      return '';
    case 'one-of':
      return asciiOf(expression);
    case 'repeat':
      return expression.least > 0 ? requiredLiteral(expression.item) : '';
    case 'sequence':
      return longestRun(expression.items);
  }
}

function longestRun(items: readonly Expression[]): string {
  let longest = '';
  let run = '';
  for (const item of items) {
    const character = asciiOf(item);
    // An edge stands between two characters and takes no room.
    if (character !== '') run += character;
    else if (item.kind !== 'edge') {
      longest = longer(longest, run, requiredLiteral(item));
      run = '';
    }
  }
  return longer(longest, run);
}

function longer(...texts: readonly string[]): string {
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

function asciiOf(item: Expression): string {
  const character = item.kind === 'one-of' ? onlyOf(item.set) : undefined;
  return character !== undefined && character < '\u0080' ? character : '';
}
