export interface XmlNode {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  /** Text directly in the element. */
  readonly text: string;
  readonly children: readonly XmlNode[];
}

const ATTRIBUTES = ':@';
const TEXT = '#text';
/** Deeper than any document a person reads. */
const MOST_DEPTH = 100;

/** What the parser gives in order, as nodes: `[{ host: [{ '#text': 'db-01' }], ':@': { '@_id': '1' } }]`. */
export function xmlNodes(parsed: unknown, depth = 0): readonly XmlNode[] {
  if (!Array.isArray(parsed) || depth > MOST_DEPTH) return [];
  return (parsed as readonly Readonly<Record<string, unknown>>[]).flatMap((one): readonly XmlNode[] => {
    const name = Object.keys(one).find((key) => key !== ATTRIBUTES);
    if (name === undefined || name === TEXT) return [];
    const inner = one[name];
    const attributes = Object.entries((one[ATTRIBUTES] ?? {}) as Readonly<Record<string, unknown>>);
    const texts = (
      Array.isArray(inner) ? (inner as readonly Readonly<Record<string, unknown>>[]) : []
    ).flatMap((child) => (TEXT in child ? [String(child[TEXT] as string | number)] : []));
    return [
      {
        name,
        attributes: attributes.map(([key, value]) => ({
          name: key.replace(/^@_/u, ''),
          value: String(value as string | number),
        })),
        text: texts.join(' ').trim(),
        children: xmlNodes(inner, depth + 1),
      },
    ];
  });
}
