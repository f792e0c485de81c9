import { applicability } from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { eventProvider } from './event-provider.ts';

/** Checks of the audit system as a source of events mean nothing where the agent does not read from it. */
export const readsFromAuditd = applicability({ health, agent }, ({ health: state, agent: found }) => {
  const { usesAuditd, told } = eventProvider(state, found);
  return usesAuditd === 'no' ? `The agent does not read its events from auditd (${told?.value}).` : undefined;
});
