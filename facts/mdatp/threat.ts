import type { Located } from '../../engine/api/index.ts';
import { memberAt, type JsonNode } from '../json-lines.ts';

export interface Threat {
  readonly name: string;
  readonly type: string;
  /** In small letters: `quarantined`, `blocked`, … empty where nothing says it. */
  readonly status: string;
  /** When it was found, as written. */
  readonly detected: string;
  readonly path: string;
}

/** Threats beyond these are not read: nobody looks at more, and a file may hold thousands. */
const MOST_THREATS = 1000;
/** How deep lists of threats are looked for. */
const DEPTH_LIMIT = 6;

/** The threats anywhere in a JSON value: items of a list `threats`, or items that have a name and a status. */
export function threatsIn(node: JsonNode): readonly Located<Threat>[] {
  const found: Located<Threat>[] = [];
  visit(node, 0, found, false);
  return found;
}

function visit(node: JsonNode, depth: number, found: Located<Threat>[], inThreats: boolean): void {
  if (depth > DEPTH_LIMIT || found.length >= MOST_THREATS) return;
  if (node.kind === 'array') {
    for (const item of node.items) {
      const threat = threatOf(item, inThreats);
      if (threat) found.push(threat);
      else visit(item, depth + 1, found, inThreats);
    }
  } else if (node.kind === 'object') {
    for (const { key, value } of node.members) visit(value, depth + 1, found, /^threats?$/iu.test(key));
  }
}

/** A threat as an object, or by its bare name where the list says what it holds. */
function threatOf(node: JsonNode, inThreats: boolean): Located<Threat> | undefined {
  if (node.kind === 'scalar' && inThreats && typeof node.value === 'string') {
    return { value: { name: node.value, type: '', status: '', detected: '', path: '' }, at: node.at };
  }
  if (node.kind !== 'object') return undefined;
  const name = textOf(node, 'name', 'threatName', 'threat');
  const status = textOf(node, 'status', 'threatStatus', 'state');
  if (name === '' || (!inThreats && status === '')) return undefined;
  const value: Threat = {
    name,
    type: textOf(node, 'type', 'threatType', 'category'),
    status: status.toLowerCase(),
    detected: textOf(node, 'detectionTime', 'time'),
    path: textOf(node, 'path', 'file', 'resource'),
  };
  return { value, at: memberAt(node, 'name')?.at ?? node.at };
}

function textOf(node: JsonNode, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = memberAt(node, key)?.value;
    if (value?.kind === 'scalar' && value.value !== null) return String(value.value);
    const type = memberAt(value, '$type')?.value;
    if (type?.kind === 'scalar' && typeof type.value === 'string') return type.value;
  }
  return '';
}
