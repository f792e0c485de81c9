import { defineAnalyzer } from '../../engine/api/index.ts';
import { kernelLog } from '../../facts/kernel/kernel-log.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { citeLogged, namesText, seenText, some } from './logged.ts';

export const fanotifyHang = defineAnalyzer({
  id: 'performance/fanotify-hang',
  title: 'Hang inside fanotify',
  why: 'Each access to a file waits for the answer of a program that itself waits: bit by bit the host comes to a halt.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { log: kernelLog },
  messages: { hung: '{tasks} hung while waiting for an answer from fanotify ({seen})' },
  remediation: {
    steps: [
      'Find every program with a fanotify group; only one of them may hold accesses until it has answered.',
      'Remove or stop the other one, or set the enforcement level of the agent to passive.',
      'Update the agent and the kernel where the agent alone answers.',
    ],
    commands: [
      { command: "sudo lsof | grep '\\[fanotify\\]'", risk: 'safe' },
      { command: 'sudo mdatp config passive-mode --value enabled', risk: 'changes-host' },
    ],
    links: [links.requirements, links.enforcementLevel],
  },
  sources: [
    { document: 'microsoft-defender-endpoint-linux', date: '2024-02' },
    { document: 'linux-whatsnew', date: '2025-01' },
  ],
  because: [
    { of: 'conflict/active-beside-other-antivirus' },
    { of: 'conflict/clamav-on-access' },
    { of: 'conflict/conflicting-applications' },
    { of: 'conflict/fapolicyd-active' },
    { of: 'conflict/other-fanotify-user' },
    { of: 'conflict/third-party-kernel-module' },
    { of: 'conflict/third-party-protection' },
    { of: 'performance/foreign-fanotify-taint' },
    { of: 'health/agent-with-known-issue', subject: 'hang' },
  ],

  evaluate({ log }) {
    const rows = some(log.fanotifyHangs);
    if (!rows) return [];
    const tasks = namesText(rows.map(({ value }) => value.task));
    return [
      {
        message: 'hung',
        params: { tasks, seen: seenText(rows) },
        evidence: citeLogged(rows),
        identity: [],
      },
    ];
  },
});
