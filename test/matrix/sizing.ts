import { CPU, DIRECTORIES, DISK_SPACE, HEALTH, MEMINFO } from './places.ts';
import { addAfter, inEach, replaceLine, type Edit, type Plant } from './plants.ts';

/** One more file system, with so much of it left. */
function filled(mounted: string): Plant['in'] {
  return {
    'client-analyzer': [
      addAfter(
        DISK_SPACE['client-analyzer'],
        'vg0-srv',
        `/dev/mapper/vg0-one   30G   29G  800M  98% ${mounted}`,
      ),
    ],
    sosreport: [
      addAfter(
        DISK_SPACE.sosreport,
        'rhel-pgdata',
        `/dev/mapper/rhel-one      31457280  30638080    819200  98% ${mounted}`,
      ),
    ],
    supportconfig: [
      addAfter(
        DISK_SPACE.supportconfig,
        /^\/dev\/vdb1 {6}xfs/u,
        `/dev/vdd1      ext4       30G   29G  800M  98% ${mounted}`,
      ),
    ],
    plain: [
      addAfter(DISK_SPACE.plain, '/dev/vdb1', `/dev/vdd1       31457280 30638080    819200  98% ${mounted}`),
    ],
  };
}

const large = (path: string): Edit =>
  replaceLine(
    path,
    / microsoft_defender_core\.log$/u,
    '-rw-r--r-- 1 root  root 2810212004 Oct 14 09:11 microsoft_defender_core.log',
  );

const talkative = (path: string): Edit =>
  replaceLine(path, /^log_level/u, 'log_level                                   : "debug"');

export const sizingPlants: readonly Plant[] = [
  {
    analyzer: 'sizing/too-few-cores',
    // Since 2025 one core is enough, and a host has that.
    profile: 'seed',
    in: inEach(CPU, (path) => replaceLine(path, /^CPU\(s\):/u, 'CPU(s):                               1')),
    // Two threads for scans, as the settings have them, are too many for one core.
    consequences: {
      'client-analyzer': ['performance/too-many-scan-threads'],
      plain: ['performance/too-many-scan-threads'],
    },
  },
  {
    analyzer: 'sizing/too-little-memory',
    in: inEach(
      MEMINFO,
      (path) => replaceLine(path, 'MemTotal', 'MemTotal:         820344 kB'),
      (path) => replaceLine(path, 'MemAvailable', 'MemAvailable:     410344 kB'),
    ),
  },
  {
    analyzer: 'sizing/low-available-memory',
    in: inEach(MEMINFO, (path) => replaceLine(path, 'MemAvailable', 'MemAvailable:     180344 kB')),
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
  { analyzer: 'sizing/log-filesystem-full', in: filled('/var/log') },
  { analyzer: 'sizing/too-little-disk-for-agent', in: filled('/opt') },
  {
    analyzer: 'sizing/inodes-exhausted',
    in: {
      sosreport: [
        replaceLine(
          'sos_commands/filesys/df_-aliT_-x_autofs',
          'rhel-var',
          '/dev/mapper/rhel-var    xfs         20971520 20741203    230317   99% /var',
        ),
      ],
      supportconfig: [
        addAfter(
          'basic-health-check.txt',
          /^\/dev\/vda3 {13}0 /u,
          '/dev/vdc1       2621440 2602011     19429   99% /var',
        ),
      ],
      plain: [replaceLine('df-i.txt', '/dev/vdb1', '/dev/vdb1      6553600 6510224   43376  100% /var')],
    },
  },
  {
    analyzer: 'sizing/oversized-agent-logs',
    in: {
      'client-analyzer': [large(DIRECTORIES['client-analyzer']), talkative(HEALTH['client-analyzer'])],
      plain: [large(DIRECTORIES.plain), talkative(HEALTH.plain)],
    },
    // Large logs are a finding at a level above info alone.
    consequences: ['health/verbose-log-level'],
  },
];
