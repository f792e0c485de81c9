import { replaceLine, type Plant } from './plants.ts';

export const sizingPlants: readonly Plant[] = [
  {
    analyzer: 'sizing/too-few-cores',
    // Since 2025 one core is enough, and a host has that.
    profile: 'seed',
    in: {
      'client-analyzer': [
        replaceLine('cpuinfo.txt', /^CPU\(s\):/u, 'CPU(s):                               1'),
      ],
    },
  },
  {
    analyzer: 'sizing/too-little-memory',
    in: { 'client-analyzer': [replaceLine('meminfo.txt', 'MemTotal', 'MemTotal:         820344 kB')] },
  },
  {
    analyzer: 'sizing/var-nearly-full',
    in: {
      'client-analyzer': [
        replaceLine('disk_usage.txt', 'vg0-var', '/dev/mapper/vg0-var   98G   97G  1.2G  98% /var'),
      ],
    },
  },
];
