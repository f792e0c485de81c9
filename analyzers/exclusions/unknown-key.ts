import { citeAll, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import type { JsonMember } from '../../facts/json-lines.ts';
import { managedFile } from '../../facts/mdatp/managed-file.ts';
import { managedSettings } from '../knowledge/managed-settings.ts';
import { links } from '../links.ts';
import { handWritten } from './hand-written.ts';
import { isExample } from './is-example.ts';
import { shapesOf, walkSettings, type SettingFound, type StrayKey } from './managed-walk.ts';
import { nearKey } from './near-key.ts';
import { keysIn } from './sections.ts';
import { valueText, wrongValue } from './wrong-value.ts';

const MOST_PLACES = 5;

export const unknownKey = defineAnalyzer({
  id: 'exclusions/unknown-key',
  title: 'Managed setting misspelt or of a wrong value',
  why: 'The agent passes over what it cannot read, and works by its default.',
  severity: 'medium',
  confidence: 'likely',
  applies: [handWritten],
  needs: { managed: managedFile },
  messages: {
    misspelt: 'The setting {path} is not known; {meant} may be meant',
    value: 'The setting {path} is {value}, and must be {expected}',
  },
  remediation: {
    steps: [
      'Correct the key or the value in the file that management writes, not on the host alone.',
      'Look at the health of the agent, which marks a setting that it took over as managed.',
    ],
    commands: [
      { command: 'python3 -m json.tool /etc/opt/microsoft/mdatp/managed/mdatp_managed.json', risk: 'safe' },
      { command: 'mdatp health', risk: 'safe' },
    ],
    links: [links.preferenceStructure],
  },
  sources: sourcesOf(managedSettings),

  evaluate({ managed: { root } }, { know }) {
    const rows = know(managedSettings);
    const shapes = shapesOf(rows);
    const { settings, strays } = walkSettings(root, rows);
    return [
      ...together(strays.flatMap((stray) => misspelt(stray, keysIn(shapes, stray.section)))),
      ...together(settings.flatMap(wrong)),
    ];
  },
});

interface Mistake<Draft> {
  readonly member: JsonMember;
  readonly draft: Draft;
  readonly identity: readonly [string, ...string[]];
}

/** The same mistake in many elements of a list is one, shown by the first of them. */
function together<Draft>(mistakes: readonly Mistake<Draft>[]) {
  const groups = Map.groupBy(mistakes, ({ identity }) => identity.join('\n'));
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const evidence = citeAll([first.member, ...rest.slice(0, MOST_PLACES - 1).map(({ member }) => member)]);
    return [{ ...first.draft, evidence, subject: first.identity[0], identity: first.identity }];
  });
}

function misspelt({ member, section }: StrayKey, keys: readonly string[]) {
  const meant = nearKey(member.key, keys);
  if (meant === undefined) return [];
  const path = section === '' ? member.key : `${section}.${member.key}`;
  const draft = { message: 'misspelt' as const, params: { path, meant } };
  return [{ member, draft, identity: [path] as const }];
}

function wrong({ path, member, expected: shape }: SettingFound) {
  const expected = isExample(member.value) ? undefined : wrongValue(member.value, shape);
  if (expected === undefined) return [];
  const value = valueText(member.value);
  const draft = { message: 'value' as const, params: { path, value, expected } };
  return [{ member, draft, identity: [path, value] as const }];
}
