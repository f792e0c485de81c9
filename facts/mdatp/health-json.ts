import type { Line } from '../../engine/api/index.ts';
import { configBlocks, fromBrace } from './config-blocks.ts';
import { memberAt, readJson, type JsonMember, type JsonNode, type JsonText } from '../json-lines.ts';
import { snakeCase } from './health-fields.ts';
import { itemText, type RawField, type RawValue } from './health-values.ts';

/** Fields that the text form leaves out unless they are set; JSON marks that by displayValue. */
const HIDDEN_UNLESS_SET: ReadonlySet<string> = new Set([
  'proxy',
  'managed_by',
  'functionality_mode',
  'telemetry_client',
]);

/**
 * The lines from where the health object begins, where the text holds one: alone, behind a banner, or as the block
 * MDE HEALTH of an `mdatp_config.txt`, whose other blocks are other settings.
 */
export function jsonBlock(lines: readonly Line[]): readonly Line[] | undefined {
  const blocks = configBlocks(lines);
  return fromBrace(blocks.size === 0 ? lines : (blocks.get('MDE HEALTH') ?? []));
}

/** Fields of `mdatp health --output json`. */
export function jsonFields(lines: readonly Line[]): JsonText & { readonly fields: readonly RawField[] } {
  const json = readJson(lines, { trailing: true });
  const root = healthObject(json.root);
  const members = root?.kind === 'object' ? root.members : [];
  return { ...json, fields: members.filter(({ key }) => !key.startsWith('$')).map(rawField) };
}

/** The object itself, or the one member that holds it. */
function healthObject(root: JsonNode | undefined): JsonNode | undefined {
  if (root?.kind !== 'object' || isHealth(root)) return root;
  return root.members.find(({ value }) => isHealth(value))?.value ?? root;
}

function isHealth(node: JsonNode): boolean {
  return memberAt(node, 'healthy') !== undefined || memberAt(node, 'appVersion') !== undefined;
}

/** `{"displayValue":true,"isManaged":false,"value":true}` or the value itself. */
function rawField({ key, at, value }: JsonMember): RawField {
  const name = snakeCase(key);
  const inner = memberAt(value, 'value');
  const managed = isTrue(memberAt(value, 'isManaged')?.value);
  const isHidden = HIDDEN_UNLESS_SET.has(name) && isFalse(memberAt(value, 'displayValue')?.value);
  return { name, at, value: rawValue(inner?.value ?? value), managed, isHidden };
}

function rawValue(node: JsonNode): RawValue {
  if (node.kind === 'array') {
    return { kind: 'list', items: node.items.map((item) => ({ value: itemText(item), at: item.at })) };
  }
  if (node.kind === 'object') {
    // {"$type":"upToDate"}
    const type = memberAt(node, '$type')?.value;
    return textValue(
      type?.kind === 'scalar' && typeof type.value === 'string' ? snakeCase(type.value) : itemText(node),
    );
  }
  return node.value === null ? { kind: 'unavailable' } : textValue(String(node.value));
}

function textValue(text: string): RawValue {
  return text === 'unavailable' ? { kind: 'unavailable' } : { kind: 'scalar', text };
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}

function isFalse(node: JsonNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === false;
}
