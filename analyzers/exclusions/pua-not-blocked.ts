import { cite, defineAnalyzer } from '../../engine/api/index.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { links } from '../links.ts';
import { pairsAt } from './pairs-at.ts';

export const puaNotBlocked = defineAnalyzer({
  id: 'exclusions/pua-not-blocked',
  title: 'Unwanted applications that are not blocked',
  why: 'Programs such as miners are let run, and at most written down.',
  severity: 'low',
  confidence: 'certain',
  needs: { managed: managedConfig },
  messages: {
    audit: 'Potentially unwanted applications are written down only',
    off: 'Potentially unwanted applications are not looked for',
  },
  remediation: {
    steps: [
      'Look in the history of threats for what blocking would stop.',
      'Set potentially_unwanted_application to block in the managed settings.',
    ],
    commands: [
      { command: 'mdatp threat list', risk: 'safe' },
      {
        command: 'sudo mdatp threat policy set --type potentially_unwanted_application --action block',
        risk: 'changes-host',
      },
    ],
    links: [links.threatTypes],
  },
  sources: [{ document: 'linux-preferences', date: '2026-08' }],

  evaluate({ managed: { root } }) {
    const pairs = pairsAt(root, 'antivirusEngine', 'threatTypeSettings');
    const { value } = pairs.findLast(({ key }) => key.value === 'potentially_unwanted_application') ?? {};
    const message = value?.value.toLowerCase();
    if (!value || (message !== 'audit' && message !== 'off')) return [];
    return [{ message, evidence: [cite(value)], identity: [] }];
  },
});
