import {
  cannotTell,
  cite,
  compareVersions,
  defineAnalyzer,
  notApplicable,
  optional,
  sourcesOf,
  versionParts,
  type Citation,
} from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { uname } from '../../facts/kernel/uname.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent, notRhel6 } from '../applies.ts';
import { ebpfKernels, type EbpfKernel } from '../knowledge/ebpf.ts';
import { links } from '../links.ts';
import { FIRST_AGENT_WITH_EBPF } from './event-provider.ts';

export const kernelBelowEbpfMinimum = defineAnalyzer({
  id: 'events/kernel-below-ebpf-minimum',
  title: 'Kernel below what eBPF asks for',
  why: 'Where eBPF cannot be used, agents of today have netlink alone, which brings processes and nothing else.',
  severity: 'medium',
  confidence: 'certain',
  applies: [agentPresent, notRhel6],
  needs: {
    kernel: uname,
    host: distribution,
    health: optional(health),
    agent: optional(agent),
  },
  messages: {
    below: 'Kernel {release} is below {minimum}, the oldest that eBPF works with on {distribution} {from}',
  },
  remediation: {
    steps: [
      'Update the kernel to the newest of the distribution, or the host to a release that is on the list.',
      'Reboot, and look at supplementary_events_subsystem.',
      'Where the host must stay as it is, plan without events of files, logins and connections.',
    ],
    commands: [
      { command: 'uname -r', risk: 'safe' },
      { command: 'mdatp health --field supplementary_events_subsystem', risk: 'safe' },
    ],
    links: [links.ebpfPrerequisites],
  },
  sources: sourcesOf(ebpfKernels),

  evaluate({ kernel: { release }, host, health: state, agent: found }, { know, sourceOf }) {
    const version = found?.version;
    if (version && compareVersions(version.value, FIRST_AGENT_WITH_EBPF) < 0) {
      return notApplicable(`Agent ${version.value} does not know eBPF.`);
    }
    if (!release || versionParts(release.value).length < 3) {
      return cannotTell('The release of the kernel is not in the bundle.', { uname });
    }
    const isUek = /uek(?:\.|$)/u.test(release.value);
    const { id, name, version: hostRelease } = host;
    const row = rowFor(
      know(ebpfKernels).filter((one) => one.distribution === id.value && (one.uek ?? isUek) === isUek),
      hostRelease?.value ?? '',
    );
    if (!row) return notApplicable(`The document names no kernel for ${name.value}.`);
    if (compareVersions(release.value, row.kernel) >= 0) return [];
    const subsystem = state?.supplementary_events_subsystem;
    const context: readonly Citation[] = subsystem ? [cite(subsystem, 'context')] : [];
    return [
      {
        message: 'below',
        params: { release: release.value, minimum: row.kernel, distribution: id.value, from: row.release },
        evidence: [cite(release), ...context],
        // By eBPF or auditd the agent has its events; the next release of it may not.
        severity: subsystem?.value === 'ebpf' || subsystem?.value === 'auditd' ? 'low' : 'medium',
        identity: [release.value],
        sources: sourceOf(ebpfKernels, row),
      },
    ];
  },
});

/** The row of the host's major release, or of the nearest below: the newest that is not above the host; else the oldest. */
function rowFor(rows: readonly EbpfKernel[], release: string): EbpfKernel | undefined {
  const [major] = versionParts(release);
  const ordered = rows.toSorted((a, b) => compareVersions(a.release, b.release));
  const ofMajor = ordered.filter((row) => versionParts(row.release)[0] === major);
  const candidates = ofMajor.length > 0 ? ofMajor : ordered;
  return candidates.findLast((row) => compareVersions(row.release, release) <= 0) ?? candidates[0];
}
