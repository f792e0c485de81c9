import type { KindId } from '../../facts/kinds.ts';
import { agentIs } from './older-agent.ts';
import { MANAGED, MOUNT } from './places.ts';
import { addAfter, inEach, replaceText, type Plant } from './plants.ts';

/** The last disk that each host mounts: what comes behind it covers all. */
const LAST = /^\/dev\/(?:mapper\/vg0-srv|mapper\/rhel-pgdata|vdb1) on /u;

/** One more file system is mounted. */
function mounted(line: string): Plant['in'] {
  return inEach(MOUNT, (path) => addAfter(path, LAST, line));
}

/** Both faults in each kind that has both. */
function together(...faults: readonly Plant['in'][]): Plant['in'] {
  const [first = {}, ...rest] = faults;
  // The keys are kinds.
  const kinds = (Object.keys(first) as KindId[]).filter((kind) => rest.every((one) => one[kind]));
  return Object.fromEntries(kinds.map((kind) => [kind, faults.flatMap((one) => one[kind] ?? [])]));
}

const managed = (setting: string): Plant['in'] =>
  inEach(MANAGED, (path) =>
    replaceText(path, '"antivirusEngine": {\n', `"antivirusEngine": {\n    ${setting},\n`),
  );

export const filesystemPlants: readonly Plant[] = [
  {
    analyzer: 'filesystem/unprotected-filesystem',
    in: mounted('/dev/sdc1 on /data type zfs (rw,relatime,xattr,noacl)'),
    consequences: ['events/missing-file-events'],
  },
  {
    analyzer: 'filesystem/custom-scan-only',
    in: mounted('//filer.example/reports on /mnt/reports type cifs (rw,relatime,vers=3.1.1,sec=ntlmssp)'),
  },
  {
    analyzer: 'filesystem/nfs-v4',
    profile: 'seed',
    in: mounted('filer.example:/vol/home on /mnt/home type nfs4 (rw,relatime,vers=4.2,proto=tcp)'),
    consequences: ['events/missing-file-events'],
  },
  {
    analyzer: 'filesystem/nfs-root-squash',
    in: mounted('filer.example:/vol/home on /mnt/home type nfs (rw,relatime,vers=3,proto=tcp)'),
    // Where settings of the agent are known, nfs is left out by default as well.
    consequences: {
      'client-analyzer': ['filesystem/unmonitored-by-default'],
      plain: ['filesystem/unmonitored-by-default'],
    },
  },
  {
    analyzer: 'filesystem/unmonitored-by-default',
    in: together(
      mounted('encfs on /mnt/secret type fuse.encfs (rw,nosuid,nodev,relatime,user_id=0,group_id=0)'),
      managed('"passiveMode": false'),
    ),
    consequences: ['exclusions/deprecated-keys'],
  },
  {
    analyzer: 'filesystem/noexec-daemon',
    in: mounted('/dev/mapper/one-opt on /opt type ext4 (rw,nosuid,nodev,noexec,relatime)'),
  },
  {
    analyzer: 'filesystem/noexec-tmp',
    in: mounted('tmpfs on /tmp type tmpfs (rw,nosuid,nodev,noexec,relatime)'),
  },
  {
    analyzer: 'filesystem/undetectable-test-file',
    in: mounted('/dev/sdc1 on /tmp type zfs (rw,relatime,xattr,noacl)'),
    consequences: ['events/missing-file-events', 'filesystem/unprotected-filesystem'],
  },
  {
    analyzer: 'filesystem/remounted-read-only',
    in: mounted(
      '/dev/mapper/one-mdatp on /var/opt/microsoft/mdatp type ext4 (ro,relatime,errors=remount-ro)',
    ),
  },
  {
    analyzer: 'filesystem/noexec-definitions',
    in: together(
      {
        ...mounted('/dev/mapper/one-mdatp on /var/opt/microsoft type ext4 (rw,nosuid,nodev,noexec,relatime)'),
        'client-analyzer': [replaceText('mde_definitions_mount.txt', 'rw,relatime', 'rw,noexec,relatime')],
      },
      agentIs('101.24072.0001'),
    ),
    // Only an old agent minds; where no health says when it expires, its age does.
    consequences: {
      'client-analyzer': ['health/outdated-agent'],
      sosreport: ['health/expired-agent', 'health/outdated-agent'],
      supportconfig: ['health/expired-agent', 'health/outdated-agent'],
      plain: ['health/outdated-agent'],
    },
  },
  { analyzer: 'filesystem/muted-noexec-mounts', in: managed('"nonExecMountPolicy": "mute"') },
  {
    analyzer: 'filesystem/symlinked-opt',
    in: {
      sosreport: [
        addAfter(
          'sos_commands/host/find_.maxdepth_2_-type_l_-ls',
          '/lib64 -> usr/lib64',
          '      199      0 lrwxrwxrwx   1 root     root            9 Aug 10  2024 /opt -> /data/opt',
        ),
      ],
    },
  },
];
