import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingFileEvents } from './missing-file-events.ts';

const AGENT = { 'health.txt': 'healthy : true\nlicensed : true\napp_version : "101.25062.0003"\n' };
const EXT4 = '/dev/sda1 on / type ext4 (rw,relatime)\n';

testAnalyzer(missingFileEvents, {
  found: [
    {
      name: 'two file systems that no list covers',
      files: {
        ...AGENT,
        'mount.txt': `${EXT4}/dev/sdc1 on /data type zfs (rw)\n/dev/sdd1 on /archive type nilfs2 (rw)\n`,
      },
      findings: [
        {
          text: 'The portal gets no events of files on /data, /archive',
          at: ['mount.txt:2', 'mount.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'NFS 4, by the lists of January 2025',
      profile: '2025',
      files: {
        ...AGENT,
        'mount.txt': `${EXT4}filer.example:/home on /home type nfs4 (rw,vers=4.2)\n`,
      },
      findings: [{ text: 'The portal gets no events of files on /home', at: ['mount.txt:2'] }],
    },
    {
      name: 'a kernel without fanotify',
      files: {
        ...AGENT,
        'mount.txt': EXT4,
        'uname.txt': 'Linux db-01 5.14.0-427.el9.x86_64 #1 SMP x86_64 GNU/Linux\n',
        'boot/config-5.14.0-427.el9.x86_64': 'CONFIG_INOTIFY_USER=y\n# CONFIG_FANOTIFY is not set\n',
      },
      findings: [
        {
          text: 'The portal gets no events of files: the kernel is built without fanotify (CONFIG_FANOTIFY is not set)',
          at: ['boot/config-5.14.0-427.el9.x86_64:2'],
        },
      ],
    },
  ],
  clean: [{ name: 'all is covered', files: { ...AGENT, 'mount.txt': EXT4 } }],
  blocked: [
    {
      name: 'neither mounts nor options',
      files: AGENT,
      reason: 'Neither mounts nor options of the kernel are in the bundle.',
    },
  ],
});
