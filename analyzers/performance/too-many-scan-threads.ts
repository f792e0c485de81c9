import { cannotTell, cite, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { cpu } from '../../facts/hardware/cpu.ts';
import { managedConfig } from '../../facts/mdatp/managed-config.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';

export const tooManyScanThreads = defineAnalyzer({
  id: 'performance/too-many-scan-threads',
  title: 'More scan threads than cores',
  why: 'A scan then takes every core of the host, and is no sooner done for it.',
  severity: 'low',
  confidence: 'certain',
  applies: [agentPresent],
  needs: { managed: managedConfig, cpu: optional(cpu) },
  messages: {
    many: 'A scan may run {threads} threads (maximumOnDemandScanThreads); the number of cores is {cores}',
  },
  remediation: {
    steps: [
      'Set maximumOnDemandScanThreads to a part of the cores.',
      'Give hosts of other sizes settings of their own.',
    ],
    commands: [{ command: 'nproc', risk: 'safe' }],
    links: [links.scanThreads],
  },
  sources: [{ document: 'linux-preferences', date: '2025-01' }],

  evaluate({ managed: { maximumOnDemandScanThreads: threads }, cpu: found }) {
    // One thread fits every host.
    if (!threads || threads.value <= 1) return [];
    const cores = found?.cores;
    if (!cores) return cannotTell('The number of cores is not in the bundle.', { cpu });
    if (threads.value <= cores.value) return [];
    return [
      {
        message: 'many',
        params: { threads: threads.value, cores: cores.value },
        evidence: [cite(threads), cite(cores, 'conflicts-with')],
        identity: [],
      },
    ];
  },
});
