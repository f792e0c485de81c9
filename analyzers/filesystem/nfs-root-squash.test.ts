import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { nfsRootSquash } from './nfs-root-squash.ts';

const mount = (...lines: readonly string[]) => ({
  mount: ['/dev/sda1 on / type ext4 (rw,relatime)', ...lines, ''].join('\n'),
});

testAnalyzer(nfsRootSquash, {
  found: [
    {
      name: 'a mount of version 3',
      files: mount('nas.example:/a on /mnt/a type nfs (rw,vers=3,mountvers=3)'),
      findings: [
        {
          text: 'NFS 3 is mounted on /mnt/a; the export must not squash root to be scanned',
          at: ['mount:2'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    { name: 'NFS 4', files: mount('nas.example:/a on /mnt/a type nfs4 (rw,vers=4.2)') },
    { name: 'no NFS', files: mount('/dev/sdb1 on /srv type xfs (rw)') },
  ],
  blocked: [{ name: 'no mounts', files: {}, missing: ['storage.mounts'] }],
  notApplicable: [
    {
      name: 'before 2026',
      profile: '2025',
      files: mount('nas.example:/a on /mnt/a type nfs (rw,vers=3)'),
    },
  ],
});
