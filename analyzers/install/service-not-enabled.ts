import { cite, cannotTell, defineAnalyzer } from '../../engine/api/index.ts';
import { service } from '../../facts/mdatp/service.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const serviceNotEnabled = defineAnalyzer({
  id: 'install/service-not-enabled',
  title: 'Service mdatp not started at boot',
  why: 'The host is protected until its next start and not after it.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { service },
  messages: {
    disabled: 'The service mdatp is disabled: it does not start with the host',
    masked: 'The service mdatp is masked: nothing can start it',
  },
  remediation: {
    steps: ['Find out who switched the service off, and why.', 'Let it start with the host.'],
    commands: [
      { command: 'sudo systemctl unmask mdatp', risk: 'changes-host' },
      { command: 'sudo systemctl enable --now mdatp', risk: 'changes-host' },
    ],
    links: [links.installTrouble],
  },
  sources: [{ document: 'linux-support-install', date: '2025-01' }],

  evaluate({ service: { enabled } }) {
    if (!enabled) return cannotTell('Whether the service starts with the host is not in the bundle.');
    const evidence = [cite(enabled)] as const;
    if (/^masked/u.test(enabled.value)) return [{ message: 'masked', evidence }];
    return enabled.value === 'disabled' ? [{ message: 'disabled', evidence }] : [];
  },
});
