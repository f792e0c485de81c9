import { visible } from '../escape.ts';

/** Finished HTML: only `el` and `joined` make it, so that no text gets by without being escaped. */
export interface Html {
  readonly html: string;
}

export type Child = string | Html | undefined | readonly Child[];
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Elements without an end tag. */
const VOID: readonly string[] = ['meta', 'input', 'br'];
/** Elements behind which a new line means nothing. */
const BLOCK: readonly string[] = [
  'head',
  'title',
  'meta',
  'style',
  'script',
  'body',
  'header',
  'main',
  'footer',
  'section',
  'article',
  'details',
  'summary',
  'div',
  'p',
  'h1',
  'h2',
  'h3',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'pre',
  'table',
  'thead',
  'tbody',
  'tr',
  'nav',
];

/** An element; texts in it are data, whatever they hold. Attributes that are false or undefined are left out. */
export function el(tag: string, attributes: Attributes, ...children: readonly Child[]): Html {
  const shown = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === false
      ? []
      : [value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`],
  );
  const end = VOID.includes(tag) ? '' : `${children.map(childText).join('')}</${tag}>`;
  return { html: `<${tag}${shown.join('')}>${end}${BLOCK.includes(tag) ? '\n' : ''}` };
}

/** Text of ours that stands in the page as it is: its style and its script. */
export function raw(tag: 'style' | 'script', text: string): Html {
  return { html: `<${tag}>${text}</${tag}>\n` };
}

export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== false && name !== undefined).join(' ');
}

/** Data as text of a page: what cannot be seen is shown, what marks up is escaped. */
export function escaped(text: string): string {
  return visible(text).replaceAll(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

function childText(child: Child): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escaped(child);
  return 'html' in child ? child.html : child.map(childText).join('');
}
