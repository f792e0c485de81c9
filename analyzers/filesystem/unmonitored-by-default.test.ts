import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unmonitoredByDefault } from './unmonitored-by-default.ts';

const mount = (...lines: readonly string[]) => ({
  mount: ['/dev/sda1 on / type ext4 (rw,relatime)', ...lines, ''].join('\n'),
});
const NFS = 'nas.example:/a on /mnt/a type nfs4 (rw,vers=4.2)';
const managed = (engine: string) => ({ 'mdatp_managed.json': `{ "antivirusEngine": ${engine} }` });

testAnalyzer(unmonitoredByDefault, {
  found: [
    {
      name: 'settings that say nothing of it',
      files: {
        ...mount(NFS, 'x on /mnt/x type fuse.rclone (rw)'),
        ...managed('{ "enforcementLevel": "real_time" }'),
      },
      findings: [
        {
          text: 'NFS and fuse are left out by default, and no setting says otherwise: /mnt/a, /mnt/x',
          at: ['mount:2', 'mount:3', 'absent: antivirusEngine.unmonitoredFilesystems'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'local settings, and none of management',
      files: { ...mount(NFS), wdavcfg: '{ "antivirusEngine": {} }' },
      findings: [
        {
          text: 'NFS and fuse are left out by default, and no setting says otherwise: /mnt/a',
          at: ['mount:2', 'absent: antivirusEngine.unmonitoredFilesystems'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'an empty list: all are watched',
      files: { ...mount(NFS), ...managed('{ "unmonitoredFilesystems": [] }') },
    },
    {
      name: 'a list that somebody chose',
      files: { ...mount(NFS), ...managed('{ "unmonitoredFilesystems": ["nfs", "fuse"] }') },
    },
    { name: 'neither NFS nor fuse', files: mount('/dev/sdb1 on /mnt/usb type fuseblk (rw)') },
    {
      name: 'NFS 4 in a profile that does not cover it at all',
      profile: '2025',
      files: { ...mount(NFS), ...managed('{}') },
    },
    {
      name: 'a share that only custom scans reach',
      files: { ...mount('s on /s type fuse.sshfs (rw)'), ...managed('{}') },
    },
  ],
  blocked: [
    { name: 'no mounts', files: managed('{}'), missing: ['storage.mounts', 'mdatp.local-config'] },
    {
      name: 'no settings',
      files: mount(NFS),
      reason: 'The settings of the agent are not in the bundle.',
    },
  ],
});
