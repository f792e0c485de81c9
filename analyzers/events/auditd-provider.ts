import { cannotTell, cite, compareVersions, defineAnalyzer } from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent, notRhel6 } from '../applies.ts';
import { links } from '../links.ts';
import { FIRST_AGENT_WITH_EBPF } from './event-provider.ts';

export const auditdProvider = defineAnalyzer({
  id: 'events/auditd-provider',
  title: 'Events still read from auditd',
  why: 'Agents after 101.24072.0001 no longer know auditd; eBPF costs the host less and adds nothing to its audit logs.',
  severity: 'low',
  confidence: 'certain',
  applies: [agentPresent, notRhel6],
  needs: { health, agent },
  messages: { auditd: 'Agent {version} reads its events from auditd, though it knows eBPF' },
  remediation: {
    steps: [
      'Check that the kernel is one that eBPF works with.',
      'Switch the provider to eBPF, or update the agent: newer ones use it by themselves.',
      'Look at supplementary_events_subsystem again, and remove rules of the agent that are left over.',
    ],
    commands: [
      { command: 'uname -r', risk: 'safe' },
      {
        command: 'sudo mdatp config ebpf-supplementary-event-provider --value enabled',
        risk: 'changes-host',
      },
      { command: 'mdatp health --field supplementary_events_subsystem', risk: 'safe' },
    ],
    links: [links.ebpf, links.ebpfUse],
  },
  sources: [
    { document: 'linux-support-ebpf', date: '2024-12' },
    { document: 'linux-whatsnew', date: '2024-10' },
  ],
  because: [{ of: 'events/kernel-below-ebpf-minimum' }, { of: 'events/ebpf-switched-off' }],

  evaluate({ health: { supplementary_events_subsystem: subsystem }, agent: { version } }) {
    if (!subsystem || subsystem.value === '') return cannotTell('The health names no provider of events.');
    if (subsystem.value !== 'auditd') return [];
    if (!version) return cannotTell('The version of the agent is not known.');
    if (compareVersions(version.value, FIRST_AGENT_WITH_EBPF) < 0) return [];
    const params = { version: version.value };
    return [
      { message: 'auditd', params, evidence: [cite(subsystem), cite(version, 'context')], identity: [] },
    ];
  },
});
