import { compareVersions, type Located, type Severity } from '../../engine/api/index.ts';
import type { Agent } from '../../facts/mdatp/agent.ts';
import type { Health } from '../../facts/mdatp/health.ts';
import { LAST_AGENT_WITH_AUDITD } from '../applies.ts';

/** The first agent that takes its events by eBPF unless told otherwise (linux-support-ebpf, 2024-12). */
export const FIRST_AGENT_WITH_EBPF = '101.23082.0006';

export interface EventProvider {
  readonly usesAuditd: 'yes' | 'no' | 'unknown';
  /** What tells it: the subsystem, or the version of the agent. */
  readonly told: Located<string> | undefined;
  /** False where only the version tells it, of an agent that knows both auditd and eBPF. */
  readonly isCertain: boolean;
}

/** Whether the agent reads its events from auditd: by what it says itself, else by its version. */
export function eventProvider(health: Health | undefined, agent: Agent | undefined): EventProvider {
  const subsystem = health?.supplementary_events_subsystem;
  if (subsystem?.value === 'auditd') return { usesAuditd: 'yes', told: subsystem, isCertain: true };
  if (subsystem?.value === 'ebpf') return { usesAuditd: 'no', told: subsystem, isCertain: true };
  const version = agent?.version ?? health?.app_version;
  if (!version || !/^\d/u.test(version.value)) {
    return { usesAuditd: 'unknown', told: undefined, isCertain: false };
  }
  const isOld = compareVersions(version.value, LAST_AGENT_WITH_AUDITD) <= 0;
  const isCertain = !isOld || compareVersions(version.value, FIRST_AGENT_WITH_EBPF) < 0;
  return { usesAuditd: isOld ? 'yes' : 'no', told: version, isCertain };
}

/** Faults of the audit system are a remark where the agent takes its events elsewhere: they are the host's own. */
export function auditSeverity({ usesAuditd }: EventProvider, severity: Severity): Severity {
  return usesAuditd === 'no' ? 'info' : severity;
}
