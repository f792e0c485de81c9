import { defineAnalyzer } from '../../engine/api/index.ts';
import { providerMessages } from '../../facts/mdatp/provider-messages.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { citeLogged, seenText, some } from './logged.ts';

export const auditLockdownMessage = defineAnalyzer({
  id: 'performance/audit-lockdown-message',
  title: 'Agent cannot change locked audit rules',
  why: 'Exclusions that are set in the portal are not applied, nor are rules of the agent removed, until the next boot.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { log: providerMessages },
  messages: { locked: 'The agent logs that audit is in lockdown mode ({seen})' },
  remediation: {
    steps: [
      'Remove the line -e 2 from the rules files where the lock is not required.',
      'Reboot the host: until then no change takes effect.',
    ],
    commands: [
      { command: 'sudo auditctl -s', risk: 'safe' },
      { command: "sudo grep -n -- '-e 2' /etc/audit/rules.d/*.rules", risk: 'safe' },
      { command: 'sudo reboot', risk: 'disruptive' },
    ],
    links: [links.ebpfImmutable],
  },
  sources: [{ document: 'linux-support-ebpf', date: '2025-01' }],
  because: [{ of: 'events/immutable-audit' }],

  evaluate({ log }) {
    const rows = some(log.auditLocked);
    if (!rows) return [];
    return [
      { message: 'locked', params: { seen: seenText(rows) }, evidence: citeLogged(rows), identity: [] },
    ];
  },
});
