import { memberAt, type JsonMember, type JsonNode } from '../json-lines.ts';

/** What the agent still takes from mdatp_managed.json where the portal manages the host; the rest of it lies idle. */
const MERGED = [
  ['exclusionSettings', 'exclusions'],
  ['exclusionSettings', 'mergePolicy'],
  ['cloudService', 'proxy'],
  ['antivirusEngine', 'offlineDefinitionUpdate'],
  ['antivirusEngine', 'offlineDefinitionUpdateUrl'],
  ['antivirusEngine', 'offlineDefinitionUpdateFallbackToCloud'],
  ['features', 'offlineDefinitionUpdateVerifySig'],
] as const;

/**
 * The settings in force: those of the file alone, or those of the portal with the few that are merged into them. Each
 * keeps the place where it is written. Observed of agents of 2025; the documents name no order.
 */
export function mergeManaged(
  written: JsonNode | undefined,
  portal: JsonNode | undefined,
): JsonNode | undefined {
  if (portal?.kind !== 'object' || portal.members.length === 0) return written ?? portal;
  return MERGED.reduce<JsonNode>((merged, [section, key]) => {
    const member = memberAt(written, section, key);
    return member ? withMember(merged, section, member) : merged;
  }, portal);
}

/** An object with a member in one of its sections, where that has none of this name yet; lists are joined. */
function withMember(root: JsonNode, name: string, member: JsonMember): JsonNode {
  if (root.kind !== 'object') return root;
  const section = memberAt(root, name);
  if (!section) {
    const value: JsonNode = { kind: 'object', at: member.at, members: [member] };
    return { ...root, members: [...root.members, { key: name, at: member.at, value }] };
  }
  if (section.value.kind !== 'object') return root;
  const members = joined(section.value.members, member);
  const grown: JsonMember = { ...section, value: { ...section.value, members } };
  return { ...root, members: root.members.map((one) => (one === section ? grown : one)) };
}

function joined(members: readonly JsonMember[], added: JsonMember): readonly JsonMember[] {
  const own = members.findLast(({ key }) => key === added.key);
  if (!own) return [...members, added];
  if (own.value.kind !== 'array' || added.value.kind !== 'array') return members;
  const value: JsonNode = { ...own.value, items: [...own.value.items, ...added.value.items] };
  return members.map((one) => (one === own ? { ...own, value } : one));
}
