import { defineAnalyzer } from '../../engine/api/index.ts';
import { crashLog } from '../../facts/mdatp/crash-log.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { citeLogged, namesText, seenText, some } from './logged.ts';

export const crashedAgent = defineAnalyzer({
  id: 'performance/crashed-agent',
  title: 'Agent crashed',
  why: 'While a part of the agent starts again the host is not protected, and what crashed once does so again.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { log: crashLog },
  messages: { crashed: 'The logs of the host tell of crashes: {processes}, by {how} ({seen})' },
  remediation: {
    steps: [
      'Update the package mdatp: many crashes are mended in later builds.',
      'Look whether the package is the one for the distribution.',
      'Where it crashes again, send the dump and the logs to the support.',
    ],
    commands: [
      { command: 'sudo journalctl --no-pager -u mdatp -n 100', risk: 'safe' },
      { command: 'sudo mdatp diagnostic create', risk: 'safe' },
    ],
    links: [links.resources, links.updates],
  },
  sources: [{ document: 'linux-resources', date: '2025-01' }],
  because: [
    { of: 'health/agent-with-known-issue', subject: 'crash' },
    { of: 'platform/package-for-other-distribution' },
  ],

  evaluate({ log }) {
    const rows = some(log.crashes);
    if (!rows) return [];
    const processes = namesText(rows.map(({ value }) => value.process));
    const how = namesText(rows.map(({ value }) => value.how));
    return [
      {
        message: 'crashed',
        params: { processes, how, seen: seenText(rows, log.count) },
        evidence: citeLogged(rows),
        identity: [],
      },
    ];
  },
});
