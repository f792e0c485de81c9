import { cite, defineAnalyzer, type Evidence1 } from '../../engine/api/index.ts';
import { memberAt, stringAt } from '../../facts/json-lines.ts';
import { managedFile } from '../../facts/mdatp/managed-file.ts';
import { links } from '../links.ts';

const REPLACED = ['enableRealTimeProtection', 'passiveMode'];

export const deprecatedKeys = defineAnalyzer({
  id: 'exclusions/deprecated-keys',
  title: 'Managed setting that another has replaced',
  why: 'Agents of today are documented for enforcementLevel alone; what they make of the old key may change.',
  severity: 'low',
  confidence: 'likely',
  needs: { managed: managedFile },
  messages: {
    alone: 'antivirusEngine.{key} is set, which enforcementLevel has replaced',
    both: 'antivirusEngine.{key} is set beside enforcementLevel, which has replaced it',
  },
  remediation: {
    steps: [
      'Set enforcementLevel to the mode that is meant: real_time, on_demand or passive.',
      'Remove the old key once no agent older than 101.10.72 reads the file.',
    ],
    commands: [{ command: 'mdatp health --field real_time_protection_enabled', risk: 'safe' }],
    links: [links.enforcementLevel],
  },
  sources: [{ document: 'linux-preferences', date: '2026-08' }],

  evaluate({ managed: { root } }) {
    const level = stringAt(root, 'antivirusEngine', 'enforcementLevel');
    return REPLACED.flatMap((key) => {
      const member = memberAt(root, 'antivirusEngine', key);
      if (!member) return [];
      const message = level ? ('both' as const) : ('alone' as const);
      const beside = level ? [cite(level, 'conflicts-with')] : [];
      const evidence: Evidence1 = [cite(member), ...beside];
      return [{ message, params: { key }, evidence, subject: key, identity: [key] }];
    });
  },
});
