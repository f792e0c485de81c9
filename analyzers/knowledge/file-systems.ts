import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { requirements } from './requirements.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  /** As `mount` names it. */
  type: z.string(),
  /**
   * `full`: real-time, quick and full scans. `custom`: custom scans only. `pseudo`: the kernel's own, without data of
   * the host, and images that cannot be written.
   */
  coverage: z.enum(['full', 'custom', 'pseudo']),
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
];

/** File system types by how far the agent scans them. */
export const fileSystems = defineKnowledge({
  name: 'file-systems',
  describes: 'File systems that real-time, quick and full scans cover, and those of custom scans only',
  sources: { ...requirements, man: { document: 'filesystems(5) and mount(8)', date: '2024-05' } },
  row,
  rows: [
    ...FULL.map((type): FileSystemCoverage => ({ type, coverage: 'full', source: 'seed' })),
    { type: 'nfs4', coverage: 'full', profiles: ['2026'], source: '2026' },
    ...CUSTOM.map((type): FileSystemCoverage => ({ type, coverage: 'custom', source: 'seed' })),
    ...PSEUDO.map((type): FileSystemCoverage => ({ type, coverage: 'pseudo', source: 'man' })),
  ],
});
