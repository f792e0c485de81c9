import type { Located } from '../../engine/api/index.ts';
import { memberAt, stringAt, type JsonNode } from '../../facts/json-lines.ts';

export interface Pair {
  readonly key: Located<string>;
  readonly value: Located<string> | undefined;
}

/** The elements of a list such as `[{ "key": "GROUP", "value": "web" }]`. */
export function pairsAt(root: JsonNode, ...path: readonly string[]): readonly Pair[] {
  const list = memberAt(root, ...path)?.value;
  if (list?.kind !== 'array') return [];
  return list.items.flatMap((item) => {
    const key = stringAt(item, 'key');
    return key ? [{ key, value: stringAt(item, 'value') }] : [];
  });
}
