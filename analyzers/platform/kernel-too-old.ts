import {
  cannotTell,
  cite,
  compareVersions,
  defineAnalyzer,
  notApplicable,
  optional,
  sourcesOf,
  versionParts,
} from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { uname } from '../../facts/kernel/uname.ts';
import { agentPresent, notRhel6 } from '../applies.ts';
import { oldestKernel } from '../knowledge/kernels.ts';
import { links } from '../links.ts';

// 2.6.32-504.el6.x86_64, where no file names the distribution
const OF_RHEL6 = /\.el6(?:rt)?(?:\.|$)/u;

export const kernelTooOld = defineAnalyzer({
  id: 'platform/kernel-too-old',
  title: 'Kernel below the oldest supported one',
  why: 'Older kernels lack the fanotify behaviour that real-time protection is built on, so it fails or hangs the host.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent, notRhel6],
  needs: { kernel: uname, host: optional(distribution) },
  messages: { tooOld: 'The kernel is {release}; the oldest supported one is {minimum}' },
  remediation: {
    steps: [
      'Update the kernel to the newest of the distribution.',
      'Boot into it and run the health check again.',
    ],
    commands: [
      { command: 'uname -r', risk: 'safe' },
      { command: 'sudo reboot', risk: 'disruptive' },
    ],
    links: [links.distributions],
  },
  sources: sourcesOf(oldestKernel),
  supersedes: ['events/kernel-below-ebpf-minimum'],

  evaluate({ kernel, host }, { know, profile }) {
    const minimum = know(oldestKernel)[0]?.minimum;
    if (minimum === undefined) return cannotTell(`There is no oldest kernel for profile ${profile}.`);
    const release = kernel.release?.value ?? '';
    const parts = versionParts(release);
    if (!host && OF_RHEL6.test(release))
      return notApplicable(`${release} is a kernel of RHEL 6, which has rules of its own.`);
    if (parts.length < 3) return cannotTell(`The kernel release "${release}" is not a version.`);
    const sameUpstream = compareVersions(parts.slice(0, 3).join('.'), minimum.split('-')[0] ?? '') === 0;
    if (sameUpstream && parts.length < 4)
      return cannotTell(`The build of kernel ${release} is not in the bundle.`);
    if (compareVersions(release, minimum) >= 0) return [];
    return [{ message: 'tooOld', params: { release, minimum }, evidence: [cite(kernel.release!)] }];
  },
});
