import {
  cannotTell,
  citeAll,
  defineAnalyzer,
  optional,
  type FindingDraft,
  type Located,
} from '../../engine/api/index.ts';
import { memberAt } from '../../facts/json-lines.ts';
import { allowedThreatList } from '../../facts/mdatp/allowed-threat-list.ts';
import { localConfig } from '../../facts/mdatp/local-config.ts';
import { managedConfig, stringsOf } from '../../facts/mdatp/managed-config.ts';
import { links } from '../links.ts';
import { isExample } from './is-example.ts';

const MESSAGES = {
  allowed: 'The threat {name} is allowed',
  test: 'The test threat {name} is allowed, so a test with it shows nothing',
} as const;

export const allowedThreats = defineAnalyzer({
  id: 'exclusions/allowed-threats',
  title: 'Threat that is allowed',
  why: 'Where it turns up, the agent lets it run.',
  severity: 'medium',
  confidence: 'certain',
  needs: {
    managed: optional(managedConfig),
    local: optional(localConfig),
    list: optional(allowedThreatList),
  },
  messages: MESSAGES,
  remediation: {
    steps: [
      'Find out who allowed it and for which file.',
      'Report a wrong detection to Microsoft, and exclude that file by its full path meanwhile.',
      'Remove the name from allowedThreats in the managed settings, or by the command.',
    ],
    commands: [
      { command: 'mdatp threat allowed list', risk: 'safe' },
      { command: 'sudo mdatp threat allowed remove --name NAME', risk: 'changes-host' },
    ],
    links: [links.allowedThreats],
  },
  sources: [{ document: 'linux-preferences', date: '2026-08' }],

  evaluate({ managed, local, list }) {
    if (!managed && !local && !list)
      return cannotTell('Nothing tells which threats are allowed.', { list: allowedThreatList });
    const settings = [managed?.root, local?.root].flatMap((root) =>
      stringsOf(memberAt(root, 'antivirusEngine', 'allowedThreats')?.value),
    );
    const names = [...settings, ...(list?.threats ?? [])].filter(isName);
    return [...Map.groupBy(names, ({ value }) => value).values()].flatMap(draftsOf);
  },
});

/** One name, from all places where it is allowed. */
function draftsOf([first, ...rest]: readonly Located<string>[]): readonly FindingDraft<typeof MESSAGES>[] {
  if (!first) return [];
  const { value: name } = first;
  const about = { params: { name }, evidence: citeAll([first, ...rest]), subject: name, identity: [name] };
  if (/eicar/iu.test(name)) return [{ ...about, message: 'test', severity: 'low' }];
  return [{ ...about, message: 'allowed' }];
}

function isName({ value, at }: Located<string>): boolean {
  return value.trim() !== '' && !isExample({ kind: 'scalar', value, at });
}
