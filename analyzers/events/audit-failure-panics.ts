import { cannotTell, cite, defineAnalyzer, optional, type Located } from '../../engine/api/index.ts';
import { auditRuleFiles } from '../../facts/audit/audit-rule-files.ts';
import { auditStatus } from '../../facts/audit/audit-status.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

const PANIC = 2;

export const auditFailurePanics = defineAnalyzer({
  id: 'events/audit-failure-panics',
  title: 'Host panics when audit fails',
  why: 'In failure mode 2 the kernel stops the host as soon as it cannot keep a record, so a burst of events is an outage.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { status: optional(auditStatus), files: optional(auditRuleFiles) },
  messages: { panics: 'The kernel panics when it loses an audit record ({setting})' },
  remediation: {
    steps: [
      'Ask whether a policy demands that the host stops rather than lose a record.',
      'Set -f 1 in the rules files where none does, and load them anew.',
      'Where one does, keep the backlog large and the rules few.',
    ],
    commands: [
      { command: 'sudo auditctl -f 1', risk: 'changes-host' },
      { command: 'sudo auditctl -s', risk: 'safe' },
    ],
    links: [links.performance],
  },
  sources: [{ document: 'auditctl(8)', date: '2021-07' }],

  evaluate({ status, files }) {
    const line = files?.settings.findLast(({ value }) => value.option === '-f');
    if (!status?.failure && !line) {
      return cannotTell('Nothing tells what the kernel does when it loses a record.', { auditStatus });
    }
    // What the kernel says counts; a file tells what comes at the next boot.
    const found: readonly [Located<unknown>, string] | undefined = status?.failure
      ? status.failure.value === PANIC
        ? [status.failure, `failure ${PANIC}`]
        : undefined
      : line?.value.value === String(PANIC)
        ? [line, `-f ${PANIC}`]
        : undefined;
    if (!found) return [];
    const [at, setting] = found;
    return [{ message: 'panics', params: { setting }, evidence: [cite(at)], identity: [] }];
  },
});
