import { cannotTell, citeAll, defineAnalyzer, optional, type Located } from '../../engine/api/index.ts';
import { stringAt } from '../../facts/json-lines.ts';
import { health } from '../../facts/mdatp/health.ts';
import { localConfig } from '../../facts/mdatp/local-config.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const realTimeProtectionOff = defineAnalyzer({
  id: 'health/real-time-protection-off',
  title: 'Real-time protection off',
  why: 'Files are not scanned as they are used; malware runs until the next scan finds it.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { health, managed: optional(managedConfig), local: optional(localConfig) },
  messages: {
    off: 'Real-time protection is off outside passive mode',
    unknownLevel:
      'Real-time protection is off outside passive mode; whether on-demand mode is wanted is not in the bundle',
  },
  remediation: {
    steps: [
      'Ask whether the host is meant to scan on demand only.',
      'Set enforcementLevel to real_time in the managed settings, or switch real-time protection on by command.',
      'Look at real_time_protection_enabled again.',
    ],
    commands: [
      { command: 'mdatp health --field real_time_protection_enabled', risk: 'safe' },
      { command: 'sudo mdatp config real-time-protection --value enabled', risk: 'changes-host' },
    ],
    links: [links.enforcementLevel],
  },
  sources: [{ document: 'linux-preferences', date: '2025-01' }],

  evaluate({ health: found, managed, local }) {
    const { real_time_protection_enabled: enabled, passive_mode_enabled: passive } = found;
    if (!enabled) return cannotTell('The health does not say whether real-time protection is on.');
    if (enabled.value) return [];
    if (!passive) return cannotTell('The health does not say whether the agent is passive.');
    if (passive.value) return [];
    const levels = [managed?.enforcementLevel, stringAt(local?.root, 'antivirusEngine', 'enforcementLevel')];
    if (levels.some((level) => level?.value === 'on_demand')) return [];
    const level = levels.find((one): one is Located<string> => one !== undefined);
    const evidence = citeAll(level ? [enabled, passive, level] : [enabled, passive]);
    return level
      ? [{ message: 'off', evidence, identity: [] }]
      : [{ message: 'unknownLevel', evidence, identity: [], confidence: 'likely' }];
  },
});
