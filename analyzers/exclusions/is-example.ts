import type { JsonNode } from '../../facts/json-lines.ts';

/** The mark that the documented sample carries so that nobody uses it as it is. */
export function isExample(node: JsonNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'string' && /EXAMPLE DO NOT USE/iu.test(node.value);
}
