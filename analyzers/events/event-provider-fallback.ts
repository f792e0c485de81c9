import { cannotTell, cite, defineAnalyzer } from '../../engine/api/index.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const eventProviderFallback = defineAnalyzer({
  id: 'events/event-provider-fallback',
  title: 'Events from a fallback or from nowhere',
  why: 'Only eBPF brings all events; netlink brings processes alone, and without a provider the portal sees none.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { health },
  messages: {
    fallback: 'The agent reads its events from netlink, which brings those of processes alone',
    none: 'The agent has no provider of events: supplementary_events_subsystem is unavailable',
  },
  remediation: {
    steps: [
      'Check that the kernel and the distribution meet what eBPF asks for.',
      'Check that eBPF is not switched off in the managed settings.',
      'Restart the agent and look at supplementary_events_subsystem again.',
    ],
    commands: [
      { command: 'mdatp health --field supplementary_events_subsystem', risk: 'safe' },
      { command: 'uname -r', risk: 'safe' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.ebpfImmutable, links.events],
  },
  sources: [{ document: 'linux-support-ebpf', date: '2025-01' }],
  because: [
    { of: 'performance/ebpf-load-errors' },
    { of: 'install/kernel-lockdown' },
    { of: 'health/not-onboarded' },
    { of: 'health/expired-agent', subject: 'licence' },
    { of: 'events/auditd-not-running' },
    { of: 'events/kernel-below-ebpf-minimum' },
    { of: 'events/ebpf-switched-off' },
  ],

  evaluate({ health: { supplementary_events_subsystem: subsystem } }) {
    if (!subsystem || subsystem.value === '') return cannotTell('The health names no provider of events.');
    const about = { evidence: [cite(subsystem)], subject: 'events', identity: [] } as const;
    if (subsystem.value === 'unavailable') return [{ ...about, message: 'none' }];
    if (subsystem.value === 'netlink') return [{ ...about, message: 'fallback', severity: 'medium' }];
    return [];
  },
});
