import {
  applicability,
  cannotTell,
  cite,
  defineAnalyzer,
  optional,
  type Citation,
} from '../../engine/api/index.ts';
import { auditRuleFiles } from '../../facts/audit/audit-rule-files.ts';
import { auditRules } from '../../facts/audit/audit-rules.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { agentRules } from './agent-rules.ts';
import { eventProvider } from './event-provider.ts';

const notFromAuditd = applicability({ health, agent }, ({ health: state, agent: found }) =>
  eventProvider(state, found).usesAuditd === 'yes' ? 'The agent reads its events from auditd.' : undefined,
);

export const leftoverAuditRules = defineAnalyzer({
  id: 'events/leftover-audit-rules',
  title: 'Audit rules of the agent left over',
  why: 'Records that no agent reads any more fill the logs and cost time at each system call.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent, notFromAuditd],
  needs: {
    loaded: optional(auditRules),
    files: optional(auditRuleFiles),
    health: optional(health),
    agent: optional(agent),
  },
  messages: {
    loaded: 'Audit rules of the agent are loaded ({count}), though it does not read from auditd ({told})',
    onDisk: '{file} holds rules of the agent, though it does not read from auditd ({told})',
  },
  remediation: {
    steps: [
      'Move the file with the rules of the agent out of /etc/audit/rules.d.',
      'Load the rules anew; where they are locked, reboot the host.',
    ],
    commands: [
      { command: 'grep -l mdatp /etc/audit/rules.d/*.rules', risk: 'safe' },
      { command: 'sudo augenrules --load', risk: 'changes-host' },
    ],
    links: [links.ebpfImmutable],
  },
  sources: [{ document: 'linux-support-ebpf', date: '2025-01' }],

  evaluate({ loaded, files, health: state, agent: found }) {
    if (!loaded && !files) {
      return cannotTell('Neither loaded rules nor rules files are in the bundle.', { auditRules });
    }
    const inKernel = agentRules(loaded?.rules);
    const onDisk = agentRules(files?.rules);
    const [rule] = inKernel;
    const [line] = onDisk;
    if (!rule && !line) return [];
    const { told } = eventProvider(state, found);
    if (!told) return cannotTell('Nothing tells where the agent reads its events from.', { health });
    const context: readonly Citation[] = [cite(told, 'context')];
    const disk = line ? [cite(line)] : [];
    if (rule) {
      const params = { count: inKernel.length, told: told.value };
      return [{ message: 'loaded', params, evidence: [cite(rule), ...disk, ...context], identity: [] }];
    }
    if (!line) return [];
    const params = { file: line.value.file, told: told.value };
    return [{ message: 'onDisk', params, evidence: [cite(line), ...context], identity: [] }];
  },
});
