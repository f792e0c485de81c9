import { cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { distribution } from '../../facts/host/distribution.ts';
import { kernelLog, type Lockup } from '../../facts/kernel/kernel-log.ts';
import { uname } from '../../facts/kernel/uname.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { health } from '../../facts/mdatp/health.ts';
import { agentPresent } from '../applies.ts';
import { signOfHarm } from '../events/ebpf-harm.ts';
import { ebpfUse } from '../events/ebpf-use.ts';
import { ebpfHarms } from '../knowledge/ebpf.ts';
import { links } from '../links.ts';
import { citeLogged, namesText, seenText, some } from './logged.ts';

const NAMES: Readonly<Record<Lockup['kind'], string>> = {
  soft: 'soft lockup',
  hard: 'hard lockup',
  rcu: 'RCU stall',
};

export const cpuLockups = defineAnalyzer({
  id: 'performance/cpu-lockups',
  title: 'Processors that do not answer',
  why: 'For seconds or minutes nothing else ran on the processor; if it goes on, the host stands still or panics.',
  severity: 'critical',
  confidence: 'likely',
  applies: [agentPresent],
  needs: {
    log: kernelLog,
    kernel: optional(uname),
    host: optional(distribution),
    health: optional(health),
    agent: optional(agent),
  },
  messages: {
    known: 'Processors were stuck on kernel {release}, which is known to hang with eBPF: {kinds} ({seen})',
    stuck: 'Processors were stuck: {kinds} ({seen})',
    stalled: 'Processors kept the kernel waiting: RCU stall ({seen})',
  },
  remediation: {
    steps: [
      'Read the stack behind the message: it names what the processor was busy with.',
      'On a virtual machine look whether its host was overloaded, or stopped it for a snapshot or a move.',
      'Check whether the kernel is one that is known to hang with eBPF, and update it.',
    ],
    commands: [
      { command: "dmesg -T | grep -A 30 -iE 'lockup|detected stall'", risk: 'safe' },
      { command: 'uname -r', risk: 'safe' },
    ],
    links: [links.ebpfIssues, links.performance],
  },
  sources: [{ document: 'linux-support-ebpf', date: '2025-01' }],
  because: [{ of: 'events/kernel-hangs-with-ebpf' }],

  evaluate({ log, kernel, host, health: state, agent: found }, { know }) {
    const rows = some(log.lockups);
    if (!rows) return [];
    const seen = seenText(rows);
    const kinds = namesText(rows.map(({ value }) => NAMES[value.kind]));
    const evidence = citeLogged(rows);
    const about = { evidence, identity: [] };
    const release = know(ebpfHarms)
      .filter((row) => row.kernels && !row.beside)
      .map((row) => signOfHarm(row, host, kernel))
      .find((sign) => sign !== undefined);
    if (release && ebpfUse(state, found).uses !== 'no') {
      const params = { release: release.value, kinds, seen };
      return [{ message: 'known', params, evidence: [...evidence, cite(release, 'context')], identity: [] }];
    }
    return rows.every(({ value }) => value.kind === 'rcu')
      ? [{ ...about, message: 'stalled', params: { seen }, severity: 'medium' }]
      : [{ ...about, message: 'stuck', params: { kinds, seen }, severity: 'high' }];
  },
});
