import { cannotTell, cite, defineAnalyzer, optional, sourcesOf } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { uname } from '../../facts/kernel/uname.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { ebpfHarms } from '../knowledge/ebpf.ts';
import { links } from '../links.ts';
import { signOfHarm } from './ebpf-harm.ts';
import { ebpfUse } from './ebpf-use.ts';

export const kernelHangsWithEbpf = defineAnalyzer({
  id: 'events/kernel-hangs-with-ebpf',
  title: 'Kernel known to hang with eBPF',
  why: 'The makers of the agent know hosts with this very kernel to hang, panic or lock up while it uses eBPF.',
  severity: 'critical',
  confidence: 'certain',
  applies: [agentPresent],
  needs: {
    kernel: uname,
    host: optional(distribution),
    health: optional(health),
    agent: optional(agent),
  },
  messages: { known: 'Kernel {release} is known to hang where the agent uses eBPF ({told})' },
  remediation: {
    steps: [
      'Boot another kernel: the one of Red Hat, or a later one of Oracle.',
      'Switch eBPF off until then, and restart the agent.',
    ],
    commands: [
      {
        command: 'sudo mdatp config ebpf-supplementary-event-provider --value disabled',
        risk: 'changes-host',
      },
      { command: 'sudo systemctl restart mdatp', risk: 'disruptive' },
      { command: 'sudo reboot', risk: 'disruptive' },
    ],
    links: [links.ebpfIssues],
  },
  sources: sourcesOf(ebpfHarms),

  evaluate({ kernel, host, health: state, agent: found }, { know, sourceOf }) {
    if (!kernel.release) return cannotTell('The release of the kernel is not in the bundle.', { uname });
    const row = know(ebpfHarms).find((one) => one.kernels && !one.beside && signOfHarm(one, host, kernel));
    if (!row) return [];
    const { uses, told } = ebpfUse(state, found);
    if (uses === 'no') return [];
    if (!told) return cannotTell('Nothing tells whether the agent uses eBPF.', { health });
    return [
      {
        message: 'known',
        params: { release: kernel.release.value, told: told.value },
        evidence: [cite(kernel.release), cite(told, 'context')],
        confidence: uses === 'yes' ? 'certain' : 'likely',
        identity: [row.id],
        sources: sourceOf(ebpfHarms, row),
      },
    ];
  },
});
