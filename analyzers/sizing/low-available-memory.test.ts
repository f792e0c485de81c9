import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { lowAvailableMemory } from './low-available-memory.ts';

interface Sizes {
  readonly total: number;
  readonly available: number;
  readonly swap?: readonly [total: number, free: number];
}

const meminfo = ({ total, available, swap = [0, 0] }: Sizes) => ({
  meminfo: `MemTotal:       ${total} kB\nMemFree:        100000 kB\nMemAvailable:   ${available} kB\nSwapTotal:      ${swap[0]} kB\nSwapFree:       ${swap[1]} kB\n`,
});

testAnalyzer(lowAvailableMemory, {
  found: [
    {
      name: 'three percent',
      files: meminfo({ total: 8_000_000, available: 240_000 }),
      findings: [
        {
          text: '234 MiB of 7.6 GiB memory is available',
          at: ['meminfo:3', 'meminfo:1'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'ten percent, with swap used up',
      files: meminfo({ total: 8_000_000, available: 800_000, swap: [2_000_000, 200_000] }),
      findings: [
        {
          text: '90 % of the swap space is in use, and 781 MiB of 7.6 GiB memory is available',
          at: ['meminfo:3', 'meminfo:1', 'meminfo:5'],
        },
      ],
    },
    {
      name: 'both at once is one finding',
      files: meminfo({ total: 8_000_000, available: 240_000, swap: [2_000_000, 0] }),
      findings: [
        {
          text: '234 MiB of 7.6 GiB memory is available',
          at: ['meminfo:3', 'meminfo:1', 'meminfo:5'],
        },
      ],
    },
  ],
  clean: [
    { name: 'enough', files: meminfo({ total: 8_000_000, available: 4_000_000 }) },
    {
      name: 'swap that was used up long ago, with memory enough now',
      files: meminfo({ total: 8_000_000, available: 4_000_000, swap: [1_000_000, 10_000] }),
    },
    {
      name: 'a database host that keeps huge pages: two percent of half a terabyte',
      files: meminfo({ total: 527_000_000, available: 10_500_000 }),
    },
    { name: 'five percent exactly', files: meminfo({ total: 8_000_000, available: 400_000 }) },
    {
      name: 'a host without swap',
      files: {
        free: '              total        used        free      shared  buff/cache   available\nMem:        8000000     2000000     1000000      100000     5000000     5800000\nSwap:             0           0           0\n',
      },
    },
  ],
  blocked: [
    { name: 'no memory', files: {}, missing: ['hardware.memory'] },
    {
      name: 'a free that does not say what is available',
      files: {
        free: '             total       used       free     shared    buffers     cached\nMem:       8000000    7900000     100000          0      20000      30000\n',
      },
      reason: 'How much memory is available is not in the bundle.',
    },
  ],
});
