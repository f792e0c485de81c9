import { defineAnalyzer } from '../../engine/api/index.ts';
import { kernelLog } from '../../facts/kernel/kernel-log.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { citeLogged, namesText, seenText, some } from './logged.ts';

export const hungTasks = defineAnalyzer({
  id: 'performance/hung-tasks',
  title: 'Hung tasks',
  why: 'A task that waits for minutes inside the kernel cannot be ended, and others queue up behind it.',
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { log: kernelLog },
  messages: { hung: '{tasks} did not run for more than {seconds} seconds ({seen})' },
  remediation: {
    steps: [
      'Read the stack behind the message: it names what the task waits for, most often a disk or a network share.',
      'Look for errors of that disk or share at the same time.',
      'Compare the times with scans of the agent; send the stacks along where a case is opened.',
    ],
    commands: [
      { command: "dmesg -T | grep -A 30 'blocked for more than'", risk: 'safe' },
      { command: "ps axo pid,state,wchan:30,comm | awk '$2 ~ /D/'", risk: 'safe' },
    ],
    links: [links.performance],
  },
  sources: [{ document: 'linux-support-perf', date: '2025-01' }],
  because: [
    { of: 'filesystem/remounted-read-only' },
    { of: 'performance/cpu-lockups' },
    { of: 'performance/fanotify-hang' },
    { of: 'performance/host-out-of-memory', subject: 'host' },
  ],

  evaluate({ log }) {
    const rows = some(log.hungTasks);
    if (!rows) return [];
    const tasks = namesText(rows.map(({ value }) => value.task));
    const seconds = Math.max(...rows.map(({ value }) => value.seconds));
    return [
      {
        message: 'hung',
        params: { tasks, seconds, seen: seenText(rows) },
        evidence: citeLogged(rows),
        identity: [],
      },
    ];
  },
});
