import { cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { uname } from '../../facts/kernel/uname.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { agentPresent } from '../applies.ts';
import { ebpfHarms } from '../knowledge/ebpf.ts';
import { links } from '../links.ts';
import { signOfHarm } from './ebpf-harm.ts';

export const ebpfSwitchedOff = defineAnalyzer({
  id: 'events/ebpf-switched-off',
  title: 'eBPF switched off by management',
  why: 'Without eBPF agents of today have netlink alone, which brings processes and nothing of files, logins or connections.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { managed: managedConfig, host: optional(distribution), kernel: optional(uname) },
  messages: { off: 'ebpfSupplementaryEventProvider is disabled in the managed settings' },
  remediation: {
    steps: [
      'Ask why it was switched off: a kernel that hangs with it is a good reason, an old incident is none.',
      'Set ebpfSupplementaryEventProvider to enabled, or take it out of the managed settings.',
      'Look at supplementary_events_subsystem when the settings have arrived.',
    ],
    commands: [{ command: 'mdatp health --field supplementary_events_subsystem', risk: 'safe' }],
    links: [links.ebpfUse],
  },
  sources: [{ document: 'linux-support-ebpf', date: '2024-12' }],

  evaluate({ managed: { ebpfSupplementaryEventProvider: setting }, host, kernel }, { know }) {
    if (setting?.value !== 'disabled') return [];
    // On such a host it is what the document advises.
    if (know(ebpfHarms).some((row) => signOfHarm(row, host, kernel))) return [];
    return [{ message: 'off', evidence: [cite(setting)], identity: [] }];
  },
});
