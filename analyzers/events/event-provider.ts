import { compareVersions, type Located } from '../../engine/api/index.ts';
import type { Agent } from '../../facts/mdatp/agent.ts';
import type { Health } from '../../facts/mdatp/health.ts';
import { LAST_AGENT_WITH_AUDITD } from '../applies.ts';

export interface EventProvider {
  readonly usesAuditd: 'yes' | 'no' | 'unknown';
  /** What tells it: the subsystem, or the version of the agent. */
  readonly told: Located<string> | undefined;
}

/** Whether the agent reads its events from auditd: by what it says itself, else by its version. */
export function eventProvider(health: Health | undefined, agent: Agent | undefined): EventProvider {
  const subsystem = health?.supplementary_events_subsystem;
  if (subsystem?.value === 'auditd') return { usesAuditd: 'yes', told: subsystem };
  if (subsystem?.value === 'ebpf') return { usesAuditd: 'no', told: subsystem };
  const version = agent?.version ?? health?.app_version;
  if (!version || !/^\d/u.test(version.value)) return { usesAuditd: 'unknown', told: undefined };
  const isOld = compareVersions(version.value, LAST_AGENT_WITH_AUDITD) <= 0;
  return { usesAuditd: isOld ? 'yes' : 'no', told: version };
}
