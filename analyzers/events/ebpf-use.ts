import { compareVersions, type Located } from '../../engine/api/index.ts';
import type { Agent } from '../../facts/mdatp/agent.ts';
import type { Health } from '../../facts/mdatp/health.ts';
import { FIRST_AGENT_WITH_EBPF } from './event-provider.ts';

export interface EbpfUse {
  /** `likely` where only the version tells it: eBPF is what the agent uses unless something keeps it from that. */
  readonly uses: 'yes' | 'likely' | 'no' | 'unknown';
  /** What tells it: the subsystem, or the version of the agent. */
  readonly told: Located<string> | undefined;
}

/** Whether the agent takes its events by eBPF: by what it says itself, else by its version. */
export function ebpfUse(health: Health | undefined, agent: Agent | undefined): EbpfUse {
  const subsystem = health?.supplementary_events_subsystem;
  if (subsystem && subsystem.value !== '') {
    return { uses: subsystem.value === 'ebpf' ? 'yes' : 'no', told: subsystem };
  }
  const version = agent?.version;
  if (!version || !/^\d/u.test(version.value)) return { uses: 'unknown', told: undefined };
  const knowsEbpf = compareVersions(version.value, FIRST_AGENT_WITH_EBPF) >= 0;
  return { uses: knowsEbpf ? 'likely' : 'no', told: version };
}
