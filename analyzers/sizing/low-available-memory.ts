import { cannotTell, cite, defineAnalyzer, type Citation } from '../../engine/api/index.ts';
import { memory, type Memory } from '../../facts/hardware/memory.ts';
import { agentPresent } from '../applies.ts';
import { links } from '../links.ts';
import { byteText } from './byte-text.ts';
import { ampleMemory, lowMemoryPercent, tightMemoryPercent, usedSwapPercent } from './thresholds.ts';

export const lowAvailableMemory = defineAnalyzer({
  id: 'sizing/low-available-memory',
  title: 'Little memory left at the time of collection',
  why: 'Scans slow down while the host swaps, and the kernel may end the agent to get memory.',
  severity: 'medium',
  confidence: 'likely',
  applies: [agentPresent],
  needs: { memory },
  messages: {
    short: '{available} of {total} memory is available',
    swapped: '{percent} % of the swap space is in use, and {available} of {total} memory is available',
  },
  remediation: {
    steps: [
      'Find the processes that hold the memory, and whether they grow.',
      'Look at the log of the kernel for processes that it ended for lack of memory.',
      'Limit or move the consumer, or give the host more memory.',
    ],
    commands: [
      { command: 'free -h', risk: 'safe' },
      { command: 'ps aux --sort=-rss | head -15', risk: 'safe' },
    ],
    links: [links.performance],
  },
  sources: [{ document: 'linux-support-perf', date: '2025-01' }],
  because: [{ of: 'sizing/too-little-memory' }],

  evaluate({ memory: found }, { threshold }) {
    const { totalBytes: total, availableBytes: available } = found;
    if (!total || !available) return cannotTell('How much memory is available is not in the bundle.');
    if (total.value === 0) return cannotTell('The size of the memory is given as 0.');
    if (available.value >= threshold(ampleMemory)) return [];
    const share = (available.value / total.value) * 100;
    const sizes = { available: byteText(available.value), total: byteText(total.value) };
    const swap = swapUse(found);
    const isSwapUsedUp = swap !== undefined && swap.percent >= threshold(usedSwapPercent);
    const evidence: readonly [Citation, ...Citation[]] = [
      cite(available),
      cite(total, 'context'),
      ...(isSwapUsedUp ? [cite(swap.at)] : []),
    ];
    if (share < threshold(lowMemoryPercent))
      return [{ message: 'short', params: sizes, evidence, identity: [] }];
    if (!isSwapUsedUp || share >= threshold(tightMemoryPercent)) return [];
    return [{ message: 'swapped', params: { ...sizes, percent: swap.percent }, evidence, identity: [] }];
  },
});

function swapUse({ swapTotalBytes: total, swapFreeBytes: free }: Memory) {
  if (!total || !free || total.value === 0) return undefined;
  return { percent: Math.round((1 - free.value / total.value) * 100), at: free };
}
