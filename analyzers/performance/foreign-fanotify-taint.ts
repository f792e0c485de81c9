import { defineAnalyzer, optional } from '../../engine/api/index.ts';
import { kernelLog } from '../../facts/kernel/kernel-log.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { isAgentProcess } from '../../facts/mdatp/agent-process.ts';
import { agentPresent } from '../applies.ts';
import { isSameProgram, subjectOf } from '../conflict/product-of-program.ts';
import { fanotifyWatchers } from '../knowledge/fanotify-watchers.ts';
import { securityProducts } from '../knowledge/security-products.ts';
import { links } from '../links.ts';
import { citeLogged, seenText, some } from './logged.ts';

export const foreignFanotifyTaint = defineAnalyzer({
  id: 'performance/foreign-fanotify-taint',
  title: 'Kernel warns of another holder of file accesses',
  why: 'A program that holds accesses until it has answered, and the agent, can wait for each other without end.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { log: kernelLog, agent: optional(agent) },
  messages: {
    asked: 'The kernel says that {process} asked for fanotify permission events ({seen})',
    passive:
      'The kernel says that {process} asked for fanotify permission events, beside a passive agent ({seen})',
  },
  remediation: {
    steps: [
      'Find out which product the process belongs to, and whether it still runs.',
      'Stop or remove it, or set the enforcement level of the agent to passive.',
    ],
    commands: [{ command: "sudo lsof | grep '\\[fanotify\\]'", risk: 'safe' }],
    links: [links.requirements, links.enforcementLevel],
  },
  sources: [{ document: 'microsoft-defender-endpoint-linux', date: '2024-02' }],
  because: [
    { of: 'conflict/active-beside-other-antivirus', sameSubject: true },
    { of: 'conflict/second-edr', sameSubject: true },
    { of: 'conflict/third-party-protection', sameSubject: true },
  ],

  evaluate({ log, agent: found }, { know }) {
    const watchers = know(fanotifyWatchers).map(({ program }) => program);
    const others = log.fanotifyTaint.filter(
      ({ value: { process } }) =>
        !isAgentProcess(process) && !watchers.some((one) => isSameProgram(one, process)),
    );
    const passive = found?.realTimeActive?.value === false || found?.passive?.value === true;
    return [...Map.groupBy(others, ({ value }) => value.process)].flatMap(([process, taints]) => {
      const rows = some(taints);
      if (!rows) return [];
      return [
        {
          message: passive ? ('passive' as const) : ('asked' as const),
          params: { process, seen: seenText(rows) },
          evidence: citeLogged(rows),
          subject: subjectOf(process, know(securityProducts)),
          identity: [process],
          ...(passive ? { severity: 'low' as const } : {}),
        },
      ];
    });
  },
});
