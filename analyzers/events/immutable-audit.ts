import { cannotTell, cite, compareVersions, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { auditRuleFiles } from '../../facts/audit/audit-rule-files.ts';
import { auditRules } from '../../facts/audit/audit-rules.ts';
import { auditStatus } from '../../facts/audit/audit-status.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { agentRules } from './agent-rules.ts';
import { eventProvider } from './event-provider.ts';

const LOCKED = 2;

/** The first agent that no longer hangs a host with locked rules and eBPF (linux-whatsnew, 2023-11). */
const FIRST_UNHARMED_AGENT = '101.23082.0011';

export const immutableAudit = defineAnalyzer({
  id: 'events/immutable-audit',
  title: 'Audit rules locked until the next boot',
  why: 'The agent can neither set nor remove its audit rules on a host whose rules are locked.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    status: optional(auditStatus),
    files: optional(auditRuleFiles),
    loaded: optional(auditRules),
    health: optional(health),
    agent: optional(agent),
  },
  messages: {
    provider: 'Audit rules are locked ({lock}) while the agent reads its events from auditd',
    rules: 'Audit rules are locked ({lock}) with rules of the agent among them',
    version: 'Audit rules are locked ({lock}), with which agents before {fixed} can hang the host',
  },
  remediation: {
    steps: [
      'Remove the line -e 2 from the rules files where the lock is not required.',
      'Remove rules of the agent that are left over where it uses eBPF.',
      'Reboot the host: until then no change takes effect.',
    ],
    commands: [
      { command: 'sudo auditctl -s', risk: 'safe' },
      { command: 'sudo reboot', risk: 'disruptive' },
    ],
    links: [links.ebpfImmutable],
  },
  sources: [
    { document: 'linux-support-ebpf', date: '2025-01' },
    { document: 'linux-whatsnew', date: '2024-10' },
  ],
  because: [{ of: 'events/leftover-audit-rules' }],

  evaluate({ status, files, loaded, health: state, agent: found }) {
    if (status?.enabled === undefined && !files) {
      return cannotTell('Nothing tells whether audit rules are locked.');
    }
    const isLocked = status?.enabled?.value === LOCKED ? status.enabled : undefined;
    const lockedBy = isLocked ?? files?.immutable;
    if (!lockedBy) return [];
    const lock = isLocked ? `enabled ${LOCKED}` : '-e 2';
    // A lock in a file that the kernel does not show yet comes with the next start of auditd.
    const severity = !isLocked && status?.enabled ? 'medium' : 'high';
    const about = { severity, identity: [] } as const;
    const { usesAuditd, told } = eventProvider(state, found);
    if (usesAuditd === 'yes' && told) {
      const evidence = [cite(lockedBy), cite(told, 'context')] as const;
      return [{ ...about, message: 'provider', params: { lock }, evidence }];
    }
    const [rule] = agentRules([...(loaded?.rules ?? []), ...(files?.rules ?? [])]);
    if (rule) {
      const evidence = [cite(lockedBy), cite(rule, 'context')] as const;
      return [{ ...about, message: 'rules', params: { lock }, evidence }];
    }
    const version = found?.version;
    if (version && compareVersions(version.value, FIRST_UNHARMED_AGENT) < 0) {
      const evidence = [cite(lockedBy), cite(version, 'context')] as const;
      return [{ ...about, message: 'version', params: { lock, fixed: FIRST_UNHARMED_AGENT }, evidence }];
    }
    if (usesAuditd === 'unknown') {
      return cannotTell('Rules are locked; where the agent reads its events from is not told.');
    }
    return loaded || files ? [] : cannotTell('Rules are locked; the rules are not told.');
  },
});
