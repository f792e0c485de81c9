import { cannotTell, defineAnalyzer, optional, type FindingDraft } from '../../engine/api/index.ts';
import { kernelLog, type KernelLog } from '../../facts/kernel/kernel-log.ts';
import { health } from '../../facts/mdatp/health.ts';
import { providerMessages, type ProviderMessages } from '../../facts/mdatp/provider-messages.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { citeLogged, seenText, some } from './logged.ts';

const messages = {
  agent: 'The agent logs a failure of eBPF: {message} ({seen})',
  lockdown: 'Lockdown of the kernel refuses to the agent what its eBPF programs need ({seen})',
  kernel: 'The kernel refused programs or type data of eBPF to somebody: {message} ({seen})',
} as const;

export const ebpfLoadErrors = defineAnalyzer({
  id: 'performance/ebpf-load-errors',
  title: 'eBPF programs not loaded',
  why: 'Without its eBPF programs the agent falls back to a provider that brings fewer events, or to none.',
  severity: 'medium',
  confidence: 'likely',
  applies: [agentPresent],
  needs: {
    log: optional(kernelLog),
    agentLog: optional(providerMessages),
    health: optional(health),
  },
  messages,
  remediation: {
    steps: [
      'Check that the kernel and the distribution meet what eBPF asks for.',
      'Check whether lockdown or another security module refuses it.',
      'Restart the agent and look at supplementary_events_subsystem.',
    ],
    commands: [
      { command: 'mdatp health --field supplementary_events_subsystem', risk: 'safe' },
      { command: 'cat /sys/kernel/security/lockdown', risk: 'safe' },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
    ],
    links: [links.ebpf],
  },
  sources: [{ document: 'linux-support-ebpf', date: '2025-01' }],
  because: [{ of: 'install/kernel-lockdown' }],

  evaluate({ log, agentLog, health: state }) {
    if (!log && !agentLog) {
      return cannotTell('Neither the log of the kernel nor those of the agent are in the bundle.', {
        kernelLog,
        providerMessages,
      });
    }
    // What failed at first and works now is over.
    const works = state?.supplementary_events_subsystem?.value === 'ebpf';
    const drafts = [...byAgent(agentLog), ...byKernel(log)];
    return works ? drafts.map((draft) => ({ ...draft, severity: 'info' as const })) : drafts;
  },
});

type Draft = FindingDraft<typeof messages>;

function byAgent(found: ProviderMessages | undefined): readonly Draft[] {
  const rows = some(found?.bpfErrors ?? []);
  if (!rows) return [];
  const params = { message: rows[0].value.message, seen: seenText(rows) };
  return [{ message: 'agent', params, evidence: citeLogged(rows), identity: [] }];
}

function byKernel(found: KernelLog | undefined): readonly Draft[] {
  const all = found?.bpfErrors ?? [];
  const lockdown = some(all.filter(({ value }) => value.message.startsWith('Lockdown:')));
  const others = some(all.filter(({ value }) => !value.message.startsWith('Lockdown:')));
  return [
    ...(lockdown
      ? [
          {
            message: 'lockdown' as const,
            params: { seen: seenText(lockdown) },
            evidence: citeLogged(lockdown),
            confidence: 'certain' as const,
            identity: [],
          },
        ]
      : []),
    ...(others
      ? [
          {
            message: 'kernel' as const,
            params: { message: others[0].value.message, seen: seenText(others) },
            evidence: citeLogged(others),
            severity: 'low' as const,
            confidence: 'possible' as const,
            identity: [],
          },
        ]
      : []),
  ];
}
