import { cannotTell, cite, defineAnalyzer, optional, type Citation } from '../../engine/api/index.ts';
import { auditStatus } from '../../facts/audit/audit-status.ts';
import { auditdState } from '../../facts/audit/auditd-state.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { eventProvider } from './event-provider.ts';
import { readsFromAuditd } from './reads-from-auditd.ts';

export const auditdNotRunning = defineAnalyzer({
  id: 'events/auditd-not-running',
  title: 'Audit daemon not running',
  why: 'The agent reads processes, connections and logins from auditd; without it the portal sees none of them.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent, readsFromAuditd],
  needs: {
    daemon: optional(auditdState),
    status: optional(auditStatus),
    health: optional(health),
    agent: optional(agent),
  },
  messages: {
    stopped: 'The agent reads its events from auditd, which does not run: {state}',
    disabled: 'The agent reads its events from auditd, while auditing is off in the kernel (enabled 0)',
  },
  remediation: {
    steps: [
      'Install the package of auditd where it is missing.',
      'Enable and start the service.',
      'Switch auditing on in the kernel where it is off.',
    ],
    commands: [
      { command: 'sudo systemctl enable --now auditd', risk: 'changes-host' },
      { command: 'sudo auditctl -e 1', risk: 'changes-host' },
      { command: 'sudo auditctl -s', risk: 'safe' },
    ],
    links: [links.events],
  },
  sources: [
    { document: 'linux-support-events', date: '2025-01' },
    { document: 'linux-whatsnew', date: '2024-10' },
  ],
  because: [{ of: 'sizing/log-filesystem-full' }],

  evaluate({ daemon, status, health: state, agent: found }) {
    const { usesAuditd, told } = eventProvider(state, found);
    if (usesAuditd === 'unknown') {
      return cannotTell('Nothing tells where the agent reads its events from.');
    }
    if (!daemon && status?.enabled === undefined) {
      return cannotTell('Nothing tells whether auditd runs.', { auditdState });
    }
    const context: readonly Citation[] = told ? [cite(told, 'context')] : [];
    const off = status?.enabled?.value === 0 ? [status.enabled] : [];
    if (daemon?.running.value === false) {
      const evidence = [cite(daemon.text), ...off.map((one) => cite(one)), ...context] as const;
      return [{ message: 'stopped', params: { state: daemon.text.value }, evidence, identity: [] }];
    }
    const [disabled] = off;
    if (!disabled) return [];
    return [{ message: 'disabled', evidence: [cite(disabled), ...context], identity: [] }];
  },
});
