import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { noexecDaemon } from './noexec-daemon.ts';

const mount = (...lines: readonly string[]) => ({
  mount: ['/dev/sda1 on / type ext4 (rw,relatime)', ...lines, ''].join('\n'),
});

testAnalyzer(noexecDaemon, {
  found: [
    {
      name: '/opt of its own',
      files: mount('/dev/sdb1 on /opt type xfs (rw,nosuid,noexec)'),
      findings: [
        {
          text: '/opt, which holds the daemon in /opt/microsoft/mdatp, is mounted noexec',
          at: ['mount:2'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'a custom path',
      files: {
        ...mount('/dev/sdb1 on /data type xfs (rw,noexec)'),
        'mde_path.json': '{"path": "/data/microsoft_mdatp"}',
      },
      findings: [
        {
          text: '/data, which holds the daemon in /data/microsoft_mdatp, is mounted noexec',
          at: ['mount:2'],
        },
      ],
    },
  ],
  clean: [
    { name: '/opt with programs', files: mount('/dev/sdb1 on /opt type xfs (rw,nosuid)') },
    {
      name: 'a mount of its own below a noexec /opt',
      files: mount('/dev/sdb1 on /opt type xfs (rw,noexec)', '/dev/sdc1 on /opt/microsoft type xfs (rw)'),
    },
    { name: 'noexec elsewhere', files: mount('tmpfs on /dev/shm type tmpfs (rw,noexec)') },
    {
      name: 'mounted again with exec',
      files: mount('/dev/sdb1 on /opt type xfs (rw,noexec)', '/dev/sdb1 on /opt type xfs (rw)'),
    },
  ],
  blocked: [
    { name: 'no mounts', files: {}, missing: ['storage.mounts', 'mdatp.program-folder'] },
    {
      name: 'a list without the root',
      files: { mount: '/dev/sdc1 on /data type xfs (rw,noexec)\n' },
      reason: 'No mount that could hold /opt/microsoft/mdatp is in the list.',
    },
  ],
});
