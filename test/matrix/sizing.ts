import { CPU, MEMINFO } from './places.ts';
import { inEach, replaceLine, type Plant } from './plants.ts';

export const sizingPlants: readonly Plant[] = [
  {
    analyzer: 'sizing/too-few-cores',
    // Since 2025 one core is enough, and a host has that.
    profile: 'seed',
    in: inEach(CPU, (path) => replaceLine(path, /^CPU\(s\):/u, 'CPU(s):                               1')),
  },
  {
    analyzer: 'sizing/too-little-memory',
    in: inEach(MEMINFO, (path) => replaceLine(path, 'MemTotal', 'MemTotal:         820344 kB')),
  },
  {
    analyzer: 'sizing/var-nearly-full',
    in: {
      'client-analyzer': [
        replaceLine('disk_usage.txt', 'vg0-var', '/dev/mapper/vg0-var   98G   97G  1.2G  98% /var'),
      ],
      sosreport: [
        replaceLine(
          'sos_commands/filesys/df_-al_-x_autofs',
          'rhel-var',
          '/dev/mapper/rhel-var      41922560  41120448    802112  98% /var',
        ),
      ],
      supportconfig: [
        replaceLine(
          'basic-health-check.txt',
          /G\s+\d+% \/var$/u,
          '/dev/vdc1      ext4       40G   39G  800M  98% /var',
        ),
      ],
      plain: [replaceLine('df.txt', '/dev/vdb1', '/dev/vdb1      103080888 102300004    780884  98% /var')],
    },
  },
];
