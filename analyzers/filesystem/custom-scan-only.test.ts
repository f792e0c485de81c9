import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { customScanOnly } from './custom-scan-only.ts';

const mount = (...lines: readonly string[]) => ({
  mount: ['/dev/sda1 on / type ext4 (rw,relatime)', ...lines, ''].join('\n'),
});

testAnalyzer(customScanOnly, {
  found: [
    {
      name: 'a Windows share and a bucket, one finding each',
      files: mount(
        '//files.example/share on /mnt/share type cifs (rw,vers=3.0)',
        's3fs on /srv/assets type fuse.s3fs (rw,nosuid)',
        '//files.example/other on /mnt/other type cifs (rw,vers=3.0)',
      ),
      findings: [
        {
          text: 'cifs is covered by custom scans only: /mnt/share, /mnt/other',
          at: ['mount:2', 'mount:4'],
          severity: 'info',
        },
        { text: 'fuse.s3fs is covered by custom scans only: /srv/assets', at: ['mount:3'] },
      ],
    },
    {
      name: 'EFS, which is mounted as NFS 4',
      files: mount('fs-0a1b2c3d.efs.eu-west-1.amazonaws.com:/ on /srv/efs type nfs4 (rw,vers=4.1)'),
      findings: [{ text: 'efs is covered by custom scans only: /srv/efs', at: ['mount:2'] }],
    },
  ],
  clean: [
    { name: 'local file systems', files: mount('/dev/sdb1 on /srv type xfs (rw)') },
    { name: 'a type on no list, which another check judges', files: mount('tank on /data type zfs (rw)') },
    { name: 'fuse in general', files: mount('x on /mnt/x type fuse.rclone (rw)') },
  ],
  blocked: [{ name: 'no mounts', files: {}, missing: ['storage.mounts'] }],
});
