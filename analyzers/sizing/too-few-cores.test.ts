import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { tooFewCores } from './too-few-cores.ts';

const lscpu = (cores: number): string => `Architecture:        x86_64\nCPU(s):              ${cores}\n`;

testAnalyzer(tooFewCores, {
  found: [
    {
      name: 'one core, where the seed profile asks for two',
      profile: 'seed',
      files: { lscpu: lscpu(1) },
      findings: [
        {
          text: 'The number of cores is 1; profile seed asks for at least 2',
          at: ['lscpu:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'two cores, where the seed profile prefers four',
      profile: 'seed',
      files: { lscpu: lscpu(2) },
      findings: [
        { text: 'The number of cores is 2; profile seed prefers 4', at: ['lscpu:2'], severity: 'info' },
      ],
    },
  ],
  clean: [
    { name: 'one core is enough since 2025', profile: '2025', files: { lscpu: lscpu(1) } },
    { name: 'one core in 2026', files: { lscpu: lscpu(1) } },
    { name: 'four cores', profile: 'seed', files: { lscpu: lscpu(4) } },
  ],
  blocked: [{ name: 'no processor', files: {}, missing: ['hardware.cpu'] }],
});
