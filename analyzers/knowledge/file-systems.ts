import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { requirements } from './requirements.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  /** As `mount` names it; `fuse` stands for every fuse file system that is not named by itself. */
  type: z.string(),
  /**
   * `full`: real-time, quick and full scans. `custom`: custom scans only. `none`: on no list. `pseudo`: the kernel's own,
   * without data of the host, and images that cannot be written.
   */
  coverage: z.enum(['full', 'custom', 'none', 'pseudo']),
});

export type FileSystemCoverage = z.infer<typeof row>;

const FULL = [
  'btrfs',
  'ecryptfs',
  'ext2',
  'ext3',
  'ext4',
  'fuse',
  'fuseblk',
  'jfs',
  'nfs',
  'overlay',
  'ramfs',
  'reiserfs',
  'tmpfs',
  'udf',
  'vfat',
  'xfs',
];

/** `efs` is what Amazon's helper mounts as nfs4. */
const CUSTOM = [
  'efs',
  'fuse.s3fs',
  'fuse.blobfuse',
  'fuse.blobfuse2',
  'lustre',
  'glusterfs',
  'fuse.glusterfs',
  'afs',
  'fuse.sshfs',
  'cifs',
  'smb3',
  'smbfs',
  'fuse.gcsfuse',
];

/** File systems that hold data and are on no list of any profile. */
const NONE = [
  'zfs',
  'f2fs',
  'ocfs2',
  'gfs2',
  'beegfs',
  'gpfs',
  'ceph',
  'fuse.ceph',
  'fuse.ceph-fuse',
  '9p',
  'virtiofs',
  'bcachefs',
  'exfat',
  'ntfs',
  'ntfs3',
  'aufs',
  'vxfs',
  'nilfs2',
  'acfs',
  'orangefs',
  'wekafs',
  'hfsplus',
  'vboxsf',
  'prl_fs',
  'vmhgfs',
];

const PSEUDO = [
  'proc',
  'sysfs',
  'devtmpfs',
  'devpts',
  'cgroup',
  'cgroup2',
  'securityfs',
  'debugfs',
  'tracefs',
  'pstore',
  'bpf',
  'mqueue',
  'hugetlbfs',
  'configfs',
  'fusectl',
  'binfmt_misc',
  'autofs',
  'rpc_pipefs',
  'nsfs',
  'squashfs',
  'iso9660',
  'efivarfs',
  'selinuxfs',
  'fuse.lxcfs',
  'fuse.gvfsd-fuse',
  'fuse.portal',
  'fuse.snapfuse',
  'nullfs',
  'usbfs',
  'spufs',
  'openpromfs',
  'cpuset',
  'pipefs',
  'sockfs',
  'rootfs',
  'erofs',
  'fuse.vmware-vmblock',
  'vmhgfs-fuse',
  'nfsd',
  'resctrl',
  'binder',
  'functionfs',
  'apparmorfs',
  'smackfs',
  'dlmfs',
  'ocfs2_dlmfs',
  'oracleasmfs',
  'zonefs',
  'devfs',
  'fuse.vmware-guestproxy',
];

function listed(profile: 'seed' | '2025' | '2026'): readonly FileSystemCoverage[] {
  const of = (
    types: readonly string[],
    coverage: FileSystemCoverage['coverage'],
  ): readonly FileSystemCoverage[] =>
    types.map((type) => ({ type, coverage, profiles: [profile], source: profile }));
  return [...of(FULL, 'full'), ...of(CUSTOM, 'custom')];
}

/** File system types by how far the agent scans them. */
export const fileSystems = defineKnowledge<FileSystemCoverage>({
  name: 'file-systems',
  describes: 'File systems that real-time, quick and full scans cover, and those of custom scans only',
  sources: { ...requirements, man: { document: 'filesystems(5) and mount(8)', date: '2024-05' } },
  row,
  rows: [
    ...listed('seed'),
    ...listed('2025'),
    ...listed('2026'),
    { type: 'nfs4', coverage: 'full', profiles: ['2026'], source: '2026' },
    ...NONE.map((type): FileSystemCoverage => ({ type, coverage: 'none', source: 'man' })),
    ...PSEUDO.map((type): FileSystemCoverage => ({ type, coverage: 'pseudo', source: 'man' })),
  ],
});
