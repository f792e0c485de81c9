import { setText } from './char-set.ts';
import type { Expression } from './expression.ts';

/** The tree as the source of a RegExp without flags: groups remember nothing. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'one-of':
      return setText(expression.set);
    case 'edge':
      return expression.edge;
    case 'sequence':
      return expression.items.map((item) => grouped(item)).join('');
    case 'either':
      return expression.options.map((option) => expressionText(option)).join('|');
    case 'repeat': {
      const { item, least, most, lazy } = expression;
      const text = expressionText(item);
      const repeated = item.kind === 'one-of' ? text : `(?:${text})`;
      return `${repeated}${countText(least, most)}${lazy ? '?' : ''}`;
    }
  }
}

function grouped(item: Expression): string {
  const text = expressionText(item);
  return item.kind === 'either' ? `(?:${text})` : text;
}

function countText(least: number, most: number): string {
  return most === Infinity ? `{${least},}` : `{${least},${most}}`;
}
