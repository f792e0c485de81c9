import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unprotectedFilesystem } from './unprotected-filesystem.ts';

const ROOT = '/dev/sda1 on / type ext4 (rw,relatime)\n';

testAnalyzer(unprotectedFilesystem, {
  found: [
    {
      name: 'ZFS',
      files: {
        mount: `${ROOT}tank/data on /data type zfs (rw,xattr)\ntank/home on /home type zfs (rw,xattr)\n`,
      },
      findings: [
        {
          text: 'zfs is not on the list of scanned file systems of profile 2026: /data, /home',
          at: ['mount:2', 'mount:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a share that custom scans cover',
      files: { mount: `${ROOT}//files.example/share on /mnt/share type cifs (rw,vers=3.0)\n` },
      findings: [
        { text: 'cifs is covered by custom scans only: /mnt/share', at: ['mount:2'], severity: 'info' },
      ],
    },
    {
      name: 'NFS 4 in 2025',
      profile: '2025',
      files: { mount: `${ROOT}nas.example:/x on /mnt/x type nfs4 (rw,vers=4.2)\n` },
      findings: [
        { text: 'nfs4 is not on the list of scanned file systems of profile 2025: /mnt/x', at: ['mount:2'] },
      ],
    },
  ],
  clean: [
    { name: 'NFS 4 in 2026', files: { mount: `${ROOT}nas.example:/x on /mnt/x type nfs4 (rw,vers=4.2)\n` } },
    {
      name: 'NFS 3',
      profile: 'seed',
      files: { mount: `${ROOT}nas.example:/x on /mnt/x type nfs (rw,vers=3)\n` },
    },
    {
      name: 'file systems of the kernel and images of snaps',
      files: {
        mount: `${ROOT}proc on /proc type proc (rw)\ncgroup2 on /sys/fs/cgroup type cgroup2 (rw)\n/dev/loop0 on /snap/core/1 type squashfs (ro)\nlxcfs on /var/lib/lxcfs type fuse.lxcfs (rw)\n`,
      },
    },
    {
      name: 'a fuse file system without a name of its own',
      files: { mount: `${ROOT}x on /mnt/x type fuse.rclone (rw)\n` },
    },
  ],
  blocked: [{ name: 'no mounts', files: {}, missing: ['storage.mounts'] }],
});
