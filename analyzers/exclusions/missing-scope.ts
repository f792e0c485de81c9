import { defineAnalyzer } from '../../engine/api/index.ts';
import { exclusionsOf } from '../../facts/mdatp/exclusion-list.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { memberAt, type JsonNode } from '../../facts/json-lines.ts';
import { links } from '../links.ts';
import { eachValue } from './each-value.ts';
import { isExample } from './is-example.ts';

export const missingScope = defineAnalyzer({
  id: 'exclusions/missing-scope',
  title: 'Exclusion without a scope',
  why: 'In this section an entry without a scope is global, so the sensor does not watch there either.',
  severity: 'medium',
  confidence: 'certain',
  needs: { managed: managedConfig },
  messages: { missing: 'The exclusion {value} in exclusionSettings states no scopes and counts as global' },
  remediation: {
    steps: [
      'Add "scopes": ["epp"] to the entry where scanning alone is to leave it out.',
      'Add "scopes": ["epp", "global"] where no component is to look at it, so that the next reader knows it is meant.',
    ],
    commands: [{ command: 'mdatp exclusion list', risk: 'safe' }],
    links: [links.exclusionsByConsole],
  },
  sources: [{ document: 'linux-exclusions', date: '2025-10' }],

  evaluate({ managed: { root } }) {
    const array = memberAt(root, 'exclusionSettings', 'exclusions')?.value;
    if (array?.kind !== 'array') return [];
    const items = array.items.filter(
      (item) => !memberAt(item, 'scopes') && !memberAt(item, 'scope') && !isSample(item),
    );
    const unscoped = exclusionsOf({ ...array, items }, 'managed');
    return eachValue(unscoped, () => true).map((about) => ({ ...about, message: 'missing' as const }));
  },
});

/** Sample text is a finding of its own. */
function isSample(item: JsonNode): boolean {
  return item.kind === 'object' && item.members.some(({ value }) => isExample(value));
}
