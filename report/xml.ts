import { visible } from './escape.ts';

/** An element of XML as lines, with its children set in; texts are data, whatever they hold. */
export function xml(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly (string | readonly string[])[]
): string {
  const shown = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [` ${name}="${xmlText(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`],
  );
  const inside = children.flat();
  if (inside.length === 0) return `<${tag}${shown.join('')}/>`;
  const lines = inside.map((child) => (child.startsWith('<') ? indented(child) : child));
  const isText = inside.every((child) => !child.startsWith('<'));
  return isText
    ? `<${tag}${shown.join('')}>${lines.join('')}</${tag}>`
    : [`<${tag}${shown.join('')}>`, ...lines, `</${tag}>`].join('\n');
}

/** Text in which nothing marks up, and no character that XML 1.0 has no place for. */
export function xmlText(text: string): string {
  return visible(text)
    .replaceAll(/[\ufffe\uffff]/gu, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`)
    .replaceAll(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Only lines that begin an element are set in: text must stay as it is. */
function indented(element: string): string {
  return element.replaceAll(/^(?=\s*<)/gmu, '  ');
}
