import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { tooLittleMemory } from './too-little-memory.ts';

const meminfo = (kib: number): string => `MemTotal:       ${kib} kB\nMemFree:        100000 kB\n`;

testAnalyzer(tooLittleMemory, {
  found: [
    {
      name: '512 MiB',
      files: { meminfo: meminfo(500_000) },
      findings: [
        {
          text: 'The host has 488 MiB of memory; profile 2026 asks for at least 1 GiB',
          at: ['meminfo:1'],
          severity: 'high',
        },
      ],
    },
    {
      name: '2 GiB, where the seed profile prefers four',
      profile: 'seed',
      files: { meminfo: meminfo(2_000_000) },
      findings: [
        {
          text: 'The host has 1.9 GiB of memory; profile seed prefers 4 GiB',
          at: ['meminfo:1'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    { name: 'a machine of 1 GB, of which the kernel keeps some', files: { meminfo: meminfo(1_000_000) } },
    {
      name: 'a machine of 4 GB by the rules of early 2024',
      profile: 'seed',
      files: { meminfo: meminfo(4_003_116) },
    },
    { name: '2 GiB since 2025', files: { meminfo: meminfo(2_000_000) } },
  ],
  blocked: [{ name: 'no memory', files: {}, missing: ['hardware.memory'] }],
});
