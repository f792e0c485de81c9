import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { nfsV4 } from './nfs-v4.ts';

const mount = (...lines: readonly string[]) => ({
  mount: ['/dev/sda1 on / type ext4 (rw,relatime)', ...lines, ''].join('\n'),
});

testAnalyzer(nfsV4, {
  found: [
    {
      name: 'type nfs4, and type nfs with the option',
      profile: '2025',
      files: mount(
        'nas.example:/a on /mnt/a type nfs4 (rw,vers=4.2,sec=sys)',
        'nas.example:/b on /mnt/b type nfs (rw,vers=4,addr=192.0.2.7)',
      ),
      findings: [
        {
          text: 'NFS 4 is not on the list of scanned file systems of profile 2025: /mnt/a, /mnt/b',
          at: ['mount:2', 'mount:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'by /proc/mounts in early 2024',
      profile: 'seed',
      files: { 'proc/mounts': 'nas.example:/a /mnt/a nfs4 rw,relatime,vers=4.1 0 0\n' },
      findings: [
        {
          text: 'NFS 4 is not on the list of scanned file systems of profile seed: /mnt/a',
          at: ['proc/mounts:1'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'NFS 3',
      profile: '2025',
      files: mount('nas.example:/a on /mnt/a type nfs (rw,vers=3,mountvers=3)'),
    },
    {
      name: 'NFS 3 of a server whose name holds vers=4 in another option',
      profile: '2025',
      files: mount('nas.example:/a on /mnt/a type nfs (rw,vers=3,mountaddr=192.0.2.4,mountvers=3)'),
    },
    {
      name: 'a file system of NFS daemons',
      profile: '2025',
      files: mount('nfsd on /proc/fs/nfsd type nfsd (rw,relatime)'),
    },
  ],
  blocked: [{ name: 'no mounts', profile: '2025', files: {}, missing: ['storage.mounts'] }],
  notApplicable: [
    {
      name: 'since 2026 NFS 4 is covered',
      files: mount('nas.example:/a on /mnt/a type nfs4 (rw,vers=4.2)'),
    },
  ],
});
