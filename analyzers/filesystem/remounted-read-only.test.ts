import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { remountedReadOnly } from './remounted-read-only.ts';

const mount = (...lines: readonly string[]) => ({ mount: [...lines, ''].join('\n') });
const ROOT = '/dev/sda1 on / type ext4 (rw,relatime,errors=remount-ro)';
const REMOUNT = '[Mon Nov 23 10:00:00 2026] EXT4-fs (dm-3): Remounting filesystem read-only\n';

testAnalyzer(remountedReadOnly, {
  found: [
    {
      name: '/var is read-only, and the kernel says why',
      files: {
        ...mount(ROOT, '/dev/mapper/vg0-var on /var type ext4 (ro,relatime)'),
        'dmesg.txt': `[Mon Nov 23 09:59:59 2026] blk_update_request: I/O error, dev sdb\n${REMOUNT}`,
      },
      findings: [{ text: '/var is mounted read-only', at: ['mount:2', 'dmesg.txt:2'], severity: 'critical' }],
    },
    {
      name: 'the root by /proc/mounts',
      files: { 'proc/mounts': 'rootfs / rootfs rw 0 0\n/dev/sda1 / xfs ro,relatime,attr2 0 0\n' },
      findings: [{ text: '/ is mounted read-only', at: ['proc/mounts:2'] }],
    },
    {
      name: 'a message, and no mounts',
      files: { 'dmesg.txt': REMOUNT },
      findings: [
        { text: 'The kernel made dm-3 read-only after an error', at: ['dmesg.txt:1'], severity: 'critical' },
      ],
    },
    {
      name: 'a message of another day: all mounts are writable again',
      files: { ...mount(ROOT), 'dmesg.txt': REMOUNT },
      findings: [
        { text: 'The kernel made dm-3 read-only after an error', at: ['dmesg.txt:1'], severity: 'medium' },
      ],
    },
    {
      name: 'XFS that shut down, which its mount does not show',
      files: {
        ...mount(ROOT, '/dev/sdb1 on /data type xfs (rw,relatime)'),
        'dmesg.txt': '[  370.11] XFS (sdb1): Log I/O Error Detected.  Shutting down filesystem\n',
      },
      findings: [
        {
          text: 'The kernel shut down the file system on sdb1 after an error',
          at: ['dmesg.txt:1'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'writable mounts that would go read-only on an error',
      files: { ...mount(ROOT), 'dmesg.txt': '[    3.10] EXT4-fs (sda1): re-mounted 7a1c r/w.\n' },
    },
    {
      name: 'a root that is read-only by design',
      files: mount(
        '/dev/sda3 on / type btrfs (ro,relatime,subvol=/@/.snapshots/4/snapshot)',
        '/dev/sda3 on /var type btrfs (rw,relatime,subvol=/@/var)',
      ),
    },
    {
      name: 'images and disks that the agent does not write',
      files: mount(
        ROOT,
        '/dev/sr0 on /media/cdrom type iso9660 (ro,relatime)',
        '/dev/sdc1 on /srv/archive type ext4 (ro,relatime)',
      ),
    },
  ],
  blocked: [
    {
      name: 'nothing',
      files: { uname: 'Linux a 5.4.0-1 #1\n' },
      missing: ['storage.mounts', 'kernel.lost-filesystems'],
    },
  ],
});
