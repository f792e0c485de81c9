import { cite, defineAnalyzer, type Citation } from '../../engine/api/index.ts';
import { container, type ContainerMark } from '../../facts/host/container.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

/** Marks that are shown; more of them prove nothing more. */
const MOST_SHOWN = 5;

export const insideContainer = defineAnalyzer({
  id: 'platform/inside-container',
  title: 'Agent inside a container',
  why: 'In a container the agent sees neither the kernel events nor the files of the host, and protects nothing.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { found: container },
  messages: {
    inside: 'The bundle was collected inside a container ({engine})',
    workload: 'A program of the workload is process 1, as in a container',
  },
  remediation: {
    steps: [
      'Install the agent on the host that runs the containers, and remove it from the image.',
      'Collect the bundle on the host, not from a shell in a container.',
    ],
    commands: [
      { command: 'systemd-detect-virt --container', risk: 'safe' },
      { command: 'cat /proc/1/cgroup', risk: 'safe' },
    ],
    links: [links.prerequisites],
  },
  sources: [
    { document: 'mde-linux-prerequisites', date: '2026-03-08' },
    { document: 'systemd-detect-virt(1)', date: '2024-05' },
  ],

  evaluate({ found }) {
    const strong = found.marks.filter((mark) => mark.strong);
    const [first] = strong;
    if (first) {
      const params = { engine: first.engine };
      return [{ message: 'inside', params, evidence: evidenceOf(first, strong), identity: [] }];
    }
    const [weak] = found.marks;
    if (!weak) return [];
    const evidence = evidenceOf(weak, found.marks);
    return [{ message: 'workload', evidence, severity: 'medium', confidence: 'likely', identity: [] }];
  },
});

function evidenceOf(
  first: ContainerMark,
  marks: readonly ContainerMark[],
): readonly [Citation, ...Citation[]] {
  return [cite(first.at), ...marks.slice(1, MOST_SHOWN).map(({ at }) => cite(at))];
}
