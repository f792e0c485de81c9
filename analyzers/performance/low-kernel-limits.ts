import { cite, defineAnalyzer, type Located } from '../../engine/api/index.ts';
import { kernelLimits } from '../../facts/host/kernel-limits.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { fewFanotifyGroups, fewFanotifyMarks, usedHandlesPercent } from './thresholds.ts';

export const lowKernelLimits = defineAnalyzer({
  id: 'performance/low-kernel-limits',
  title: 'Limits of the kernel that are low',
  why: 'Where the kernel gives no more files or marks, programs fail, and the agent cannot watch what it should.',
  severity: 'low',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { limits: kernelLimits },
  messages: {
    handles: '{open} of {most} file handles of the host are in use',
    groups: 'A user may have {most} groups of fanotify (user.max_fanotify_groups); fewer than {few} are few',
    marks: 'A user may set {most} marks of fanotify (user.max_fanotify_marks); fewer than {few} are few',
  },
  remediation: {
    steps: [
      'Find the program that holds the files, where they run short.',
      'Raise the limit in a file below /etc/sysctl.d.',
    ],
    commands: [
      { command: 'sysctl fs.file-nr user.max_fanotify_groups user.max_fanotify_marks', risk: 'safe' },
      { command: 'sudo sysctl --system', risk: 'changes-host' },
    ],
    links: [links.performance],
  },
  sources: [
    { document: 'proc_sys_fs(5)', date: '2024-05' },
    { document: 'Judged by experience', date: '2026-11' },
  ],

  evaluate({ limits }, { threshold }) {
    const { openFiles: open, mostOpenFiles: most, fanotifyGroups, fanotifyMarks } = limits;
    const groups = below(fanotifyGroups, threshold(fewFanotifyGroups));
    const marks = below(fanotifyMarks, threshold(fewFanotifyMarks));
    const short = open && most && open.value >= (most.value * threshold(usedHandlesPercent)) / 100;
    return [
      ...(short
        ? [
            {
              message: 'handles' as const,
              params: { open: open.value, most: most.value },
              evidence: [cite(open)] as const,
              identity: ['handles'],
            },
          ]
        : []),
      ...groups.map((about) => ({ message: 'groups' as const, ...about })),
      ...marks.map((about) => ({ message: 'marks' as const, ...about })),
    ];
  },
});

function below(limit: Located<number> | undefined, few: number) {
  if (!limit || limit.value >= few) return [];
  const severity = 'info' as const;
  return [{ params: { most: limit.value, few }, evidence: [cite(limit)] as const, severity, identity: [] }];
}
