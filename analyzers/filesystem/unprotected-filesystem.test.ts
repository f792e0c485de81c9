import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unprotectedFilesystem } from './unprotected-filesystem.ts';

const mount = (...lines: readonly string[]) => ({
  mount: ['/dev/sda1 on / type ext4 (rw,relatime)', ...lines, ''].join('\n'),
});

testAnalyzer(unprotectedFilesystem, {
  found: [
    {
      name: 'ZFS, one finding for all its mounts',
      files: mount('tank/data on /data type zfs (rw,xattr)', 'tank/home on /home type zfs (rw,xattr)'),
      findings: [
        {
          text: 'zfs is not on the list of scanned file systems of profile 2026: /data, /home',
          at: ['mount:2', 'mount:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a type of six mounts shows five',
      files: mount(...[1, 2, 3, 4, 5, 6].map((n) => `/dev/sd${n} on /d${n} type ocfs2 (rw)`)),
      findings: [
        {
          text: 'ocfs2 is not on the list of scanned file systems of profile 2026: /d1, /d2, /d3, /d4, /d5 + 1',
          at: ['mount:2', 'mount:3', 'mount:4', 'mount:5', 'mount:6'],
        },
      ],
    },
    {
      name: 'a type that no list knows, on a device',
      files: mount('/dev/nvme1n1 on /fast type novelfs (rw)'),
      findings: [
        {
          text: 'novelfs is not on the list of scanned file systems of profile 2026: /fast',
          at: ['mount:2'],
        },
      ],
    },
    {
      name: 'CephFS through fuse, which is named by itself',
      files: mount('ceph-fuse on /pool type fuse.ceph-fuse (rw)'),
      findings: [
        {
          text: 'fuse.ceph-fuse is not on the list of scanned file systems of profile 2026: /pool',
          at: ['mount:2'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a share that custom scans cover',
      files: mount('//files.example/s on /mnt/s type cifs (rw,vers=3.0)'),
    },
    {
      name: 'NFS 4, which another check judges',
      profile: '2025',
      files: mount('nas.example:/x on /mnt/x type nfs4 (rw,vers=4.2)'),
    },
    { name: 'NFS 3', profile: 'seed', files: mount('nas.example:/x on /mnt/x type nfs (rw,vers=3)') },
    {
      name: 'file systems of the kernel and images of snaps',
      files: mount(
        'proc on /proc type proc (rw)',
        'cgroup2 on /sys/fs/cgroup type cgroup2 (rw)',
        'nfsd on /proc/fs/nfsd type nfsd (rw,relatime)',
        'sunrpc on /var/lib/nfs/rpc_pipefs type rpc_pipefs (rw,relatime)',
        'systemd-1 on /efi type autofs (rw,relatime,fd=52)',
        '/var/lib/snapd/snaps/core20_2318.snap on /snap/core20/2318 type squashfs (ro)',
        '/dev/sr0 on /media/cdrom type iso9660 (ro,relatime)',
        'lxcfs on /var/lib/lxcfs type fuse.lxcfs (rw)',
        'gvfsd-fuse on /run/user/1000/gvfs type fuse.gvfsd-fuse (rw)',
        'nsfs on /run/snapd/ns/lxd.mnt type nsfs (rw)',
        'nsfs on /run/docker/netns/1-abc type nsfs (rw)',
        'overlay on /var/lib/docker/overlay2/x/merged type overlay (rw,lowerdir=/a)',
        'vmware-vmblock on /run/vmblock-fuse type fuse.vmware-vmblock (rw)',
      ),
    },
    {
      name: 'a fuse file system without a name of its own',
      files: mount('x on /mnt/x type fuse.rclone (rw)'),
    },
    { name: 'Windows disks through fuse', files: mount('/dev/sdb1 on /mnt/usb type fuseblk (rw)') },
  ],
  blocked: [
    { name: 'no mounts', files: {}, missing: ['storage.mounts'] },
    {
      name: 'a type of which nothing is known',
      files: mount('secretfs on /run/secretfs type secretfs (rw)'),
      reason: 'Whether secretfs on /run/secretfs holds data is not known.',
    },
  ],
});
