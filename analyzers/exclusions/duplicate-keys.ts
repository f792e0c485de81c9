import { citeAll, defineAnalyzer } from '../../engine/api/index.ts';
import type { JsonMember, JsonNode } from '../../facts/json-lines.ts';
import { managedFile } from '../../facts/mdatp/managed-file.ts';
import { links } from '../links.ts';

const MOST_PLACES = 5;

export const duplicateKeys = defineAnalyzer({
  id: 'exclusions/duplicate-keys',
  title: 'Managed setting that is written twice',
  why: 'One of the two counts and the other does not, whatever its author thinks.',
  severity: 'low',
  confidence: 'certain',
  needs: { managed: managedFile },
  messages: { twice: 'The key {path} is written {count} times in one object' },
  remediation: {
    steps: ['Keep the one that is meant, and remove the other in the file that management writes.'],
    links: [links.preferences],
  },
  sources: [{ document: 'Judged by experience', date: '2026-11' }],

  evaluate: ({ managed: { root } }) =>
    duplicatesIn(root, '').map(({ path, members }) => ({
      message: 'twice' as const,
      params: { path, count: members.length },
      evidence: citeAll([members[0], ...members.slice(1, MOST_PLACES)]),
      subject: path,
      identity: [path],
    })),
});

interface Duplicate {
  readonly path: string;
  readonly members: readonly [JsonMember, ...JsonMember[]];
}

function duplicatesIn(node: JsonNode, path: string): readonly Duplicate[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'array') {
    return node.items.flatMap((item, index) => duplicatesIn(item, `${path}[${index}]`));
  }
  const own = [...Map.groupBy(node.members, ({ key }) => key)].flatMap(
    ([key, [first, ...rest]]): readonly Duplicate[] =>
      first && rest.length > 0 ? [{ path: joined(path, key), members: [first, ...rest] }] : [],
  );
  return [...own, ...node.members.flatMap(({ key, value }) => duplicatesIn(value, joined(path, key)))];
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
