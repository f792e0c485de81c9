import { defineAnalyzer } from '../../engine/api/index.ts';
import { kernelLog, type Lockup } from '../../facts/kernel/kernel-log.ts';
import { agentPresent } from '../applies.ts';
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
  severity: 'high',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { log: kernelLog },
  messages: {
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

  evaluate({ log }) {
    const rows = some(log.lockups);
    if (!rows) return [];
    const kinds = new Set(rows.map(({ value }) => value.kind));
    const about = { evidence: citeLogged(rows), identity: [] };
    const seen = seenText(rows);
    if (kinds.size === 1 && kinds.has('rcu')) {
      return [{ ...about, message: 'stalled', params: { seen }, severity: 'medium' }];
    }
    const named = namesText([...kinds].map((kind) => NAMES[kind]));
    return [{ ...about, message: 'stuck', params: { kinds: named, seen } }];
  },
});
