import type { JsonMember, JsonNode } from '../../facts/json-lines.ts';
import type { ManagedSetting } from '../knowledge/managed-settings.ts';

/** A setting of the table, with what the file gives it. */
export interface SettingFound {
  readonly path: string;
  readonly member: JsonMember;
  /** The row, or what shape the file must have there. */
  readonly expected: ManagedSetting | 'object' | 'list';
}

/** A key that the table does not have at its place. */
export interface StrayKey {
  readonly member: JsonMember;
  /** Where it stands; empty at the top. */
  readonly section: string;
}

export interface Walk {
  readonly settings: readonly SettingFound[];
  readonly strays: readonly StrayKey[];
}

/** Holds the managed settings against the table. What is below an unknown key is not looked at. */
export function walkSettings(root: JsonNode, rows: readonly ManagedSetting[]): Walk {
  const shapes = shapesOf(rows);
  const settings: SettingFound[] = [];
  const strays: StrayKey[] = [];
  const visit = (node: JsonNode, section: string): void => {
    if (node.kind === 'array') for (const item of node.items) visit(item, `${section}[]`);
    if (node.kind !== 'object') return;
    for (const member of node.members) {
      const path = below(section, member.key);
      const expected = shapes.get(path);
      if (expected) settings.push({ path, member, expected });
      else if (!isRemark(member.key)) strays.push({ member, section });
      if (typeof expected === 'string') visit(member.value, path);
    }
  };
  if (root.kind === 'object') visit(root, '');
  return { settings, strays };
}

/** `antivirusEngine.exclusions[].path` makes of `antivirusEngine` an object, of `antivirusEngine.exclusions` a list. */
export function shapesOf(
  rows: readonly ManagedSetting[],
): ReadonlyMap<string, ManagedSetting | 'object' | 'list'> {
  const shapes = new Map<string, ManagedSetting | 'object' | 'list'>();
  for (const row of rows) {
    const parts = row.key.split('.');
    for (const [index, part] of parts.slice(0, -1).entries()) {
      const path = parts.slice(0, index + 1).join('.');
      shapes.set(path.replace(/\[\]$/u, ''), part.endsWith('[]') ? 'list' : 'object');
    }
    shapes.set(row.key, row);
  }
  return shapes;
}

function below(section: string, key: string): string {
  return section === '' ? key : `${section}.${key}`;
}

/** Names by which people write remarks into JSON. */
function isRemark(key: string): boolean {
  return /^(?:_|\/\/|#|\$schema$|comments?$)/iu.test(key);
}
