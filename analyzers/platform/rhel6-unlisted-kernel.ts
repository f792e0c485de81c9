import { cannotTell, cite, defineAnalyzer, sourcesOf } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { uname } from '../../facts/kernel/uname.ts';
import { agentPresent, onlyRhel6 } from '../applies.ts';
import { rhel6Kernels, type Rhel6Kernels } from '../knowledge/kernels.ts';
import { links } from '../links.ts';

export const rhel6UnlistedKernel = defineAnalyzer({
  id: 'platform/rhel6-unlisted-kernel',
  title: 'RHEL 6 kernel outside the support list',
  why: 'On RHEL and CentOS 6 the agent brings a kernel module, which is built for listed kernels only.',
  severity: 'critical',
  confidence: 'certain',
  profiles: ['seed'],
  applies: [agentPresent, onlyRhel6],
  needs: { host: distribution, kernel: uname },
  messages: { unlisted: 'Kernel {release} is not on the list for {name}' },
  remediation: {
    steps: [
      'Boot a kernel that the list names for this minor release.',
      'Check the list before every kernel update.',
      'Plan the move to a later major release: RHEL 6 is served no longer since 30 June 2024.',
    ],
    commands: [{ command: 'rpm -q kernel', risk: 'safe' }],
    links: [links.requirements],
  },
  sources: sourcesOf(rhel6Kernels),

  evaluate({ host, kernel }, { know }) {
    if (host.minor === undefined)
      return cannotTell(`The minor release of ${host.name.value} is not in the bundle.`);
    const listed = know(rhel6Kernels).find(({ minor }) => minor === host.minor);
    const release = kernel.release?.value;
    if (!listed) return cannotTell(`There is no kernel list for ${host.name.value}.`);
    if (release === undefined || !/^\d/u.test(release))
      return cannotTell('The kernel release is not in the bundle.');
    // 4.1.12-124.el6uek.x86_64: Oracle's kernel on RHEL 6 runs the agent, and no list names it
    if (/uek(?:\.|$)/u.test(release)) return cannotTell(`No list names the kernel of Oracle, ${release}.`);
    if (isListed(listed, release)) return [];
    const evidence = [cite(kernel.release!), cite(host.version ?? host.id, 'context')] as const;
    return [
      { message: 'unlisted', params: { release, name: host.name.value }, evidence, identity: [release] },
    ];
  },
});

function isListed({ prefix, except = [], exactly }: Rhel6Kernels, release: string): boolean {
  if (exactly) return exactly.includes(release);
  return prefix !== undefined && release.startsWith(prefix) && !except.includes(release);
}
