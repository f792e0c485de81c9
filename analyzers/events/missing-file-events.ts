import { cannotTell, cite, defineAnalyzer, optional, type Located } from '../../engine/api/index.ts';
import { kernelConfig, type KernelConfig } from '../../facts/kernel/kernel-config.ts';
import { mounts } from '../../facts/storage/mounts.ts';
import { agentPresent, notRhel6 } from '../applies.ts';
import { dataMounts, shownMounts } from '../filesystem/data-mounts.ts';
import { fileSystems } from '../knowledge/file-systems.ts';
import { links } from '../links.ts';

const FANOTIFY = 'CONFIG_FANOTIFY';

export const missingFileEvents = defineAnalyzer({
  id: 'events/missing-file-events',
  title: 'File events missing in the portal',
  why: 'Events of files come by fanotify from file systems that are covered; hunting sees nothing of the others.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent, notRhel6],
  needs: { mounted: optional(mounts), config: optional(kernelConfig) },
  messages: {
    everywhere: 'The portal gets no events of files: the kernel is built without fanotify ({option})',
    mounts: 'The portal gets no events of files on {targets}',
  },
  remediation: {
    steps: [
      'Boot a kernel with fanotify, where this one has none.',
      'Keep data that must be watched on a file system that is covered, or hunt on the server that exports it.',
    ],
    commands: [{ command: 'df -Th', risk: 'safe' }],
    links: [links.fileEvents, links.fileSystems],
  },
  sources: [{ document: 'linux-support-events', date: '2025-01' }],
  because: [
    { of: 'platform/kernel-without-fanotify' },
    { of: 'filesystem/unprotected-filesystem' },
    { of: 'filesystem/nfs-v4' },
  ],

  evaluate({ mounted, config }, { know }) {
    if (!mounted && !config) {
      return cannotTell('Neither mounts nor options of the kernel are in the bundle.', { mounts });
    }
    const option = config && withoutFanotify(config);
    if (option) {
      const params = { option: option.value };
      return [{ message: 'everywhere', params, evidence: [cite(option)], identity: [] }];
    }
    const found = dataMounts(mounted?.mounts ?? [], know(fileSystems));
    const shown = shownMounts(found.filter(({ coverage }) => coverage === 'none').map(({ mount }) => mount));
    if (!shown) return [];
    const { targets, evidence } = shown;
    return [{ message: 'mounts', params: { targets }, evidence, identity: [] }];
  },
});

/** The option as a kernel without fanotify has it; one that is not named may be in a part that was not read. */
function withoutFanotify({ options }: KernelConfig): Located<string> | undefined {
  const option = options.get(FANOTIFY);
  if (!option || option.value === 'y') return undefined;
  return { value: `${FANOTIFY} is ${option.value === 'n' ? 'not set' : option.value}`, at: option.at };
}
