import { cite, defineAnalyzer } from '../../engine/api/index.ts';
import { memberAt } from '../../facts/json-lines.ts';
import { managedConfig, stringsOf } from '../../facts/mdatp/managed-config.ts';
import { links } from '../links.ts';
import { isExample } from './is-example.ts';

export const allowedThreats = defineAnalyzer({
  id: 'exclusions/allowed-threats',
  title: 'Threat that is allowed',
  why: 'Where it turns up, the agent lets it run.',
  severity: 'medium',
  confidence: 'certain',
  needs: { managed: managedConfig },
  messages: {
    allowed: 'The threat {name} is allowed',
    test: 'The test threat {name} is allowed, so a test with it shows nothing',
  },
  remediation: {
    steps: [
      'Find out who allowed it and for which file.',
      'Report a wrong detection to Microsoft, and exclude that file by its full path meanwhile.',
      'Remove the name from allowedThreats in the managed settings.',
    ],
    commands: [{ command: 'mdatp threat allowed list', risk: 'safe' }],
    links: [links.allowedThreats],
  },
  sources: [{ document: 'linux-preferences', date: '2026-08' }],

  evaluate({ managed: { root } }) {
    const names = stringsOf(memberAt(root, 'antivirusEngine', 'allowedThreats')?.value);
    return names
      .filter(({ value, at }) => value.trim() !== '' && !isExample({ kind: 'scalar', value, at }))
      .map((name) => {
        const about = {
          params: { name: name.value },
          evidence: [cite(name)] as const,
          subject: name.value,
          identity: [name.value],
        };
        return /eicar/iu.test(name.value)
          ? { ...about, message: 'test' as const, severity: 'low' as const }
          : { ...about, message: 'allowed' as const };
      });
  },
});
