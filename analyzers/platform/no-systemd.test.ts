import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { noSystemd } from './no-systemd.ts';

const ps = (...commands: readonly string[]): string =>
  [
    'USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND',
    ...commands.map((command, index) => `root ${index + 1} 0.0 0.0 100 50 ? Ss 09:00 0:01 ${command}`),
    '',
  ].join('\n');

const DEBIAN = { 'os-release': 'NAME="Debian GNU/Linux"\nID=debian\nVERSION_ID="12"\n' };

testAnalyzer(noSystemd, {
  found: [
    {
      name: 'upstart, as on Ubuntu 14.04',
      files: { ...DEBIAN, ps: ps('/sbin/init', '[kthreadd]', 'upstart-udev-bridge --daemon') },
      findings: [
        { text: 'Services are started by upstart, not by systemd', at: ['ps:2'], severity: 'medium' },
      ],
    },
    {
      name: 'an init of unknown make on a whole host',
      files: { ...DEBIAN, ps: ps('/sbin/init', '[kthreadd]', '/usr/sbin/sshd') },
      findings: [{ text: 'Process 1 is init, and systemd does not run', at: ['ps:2'] }],
    },
    {
      name: 'no init system at all',
      files: { ps: ps('nginx: master process nginx') },
      findings: [{ text: 'Process 1 is nginx, which starts no services', at: ['ps:2'] }],
    },
  ],
  clean: [
    { name: 'systemd by its name', files: { ps: ps('/usr/lib/systemd/systemd --system --deserialize 31') } },
    {
      name: 'systemd behind /sbin/init',
      files: { ps: ps('/sbin/init', '[kthreadd]', '/lib/systemd/systemd-journald') },
    },
    {
      name: 'a list of units',
      files: {
        'systemctl_list-units':
          '  UNIT LOAD ACTIVE SUB DESCRIPTION\n  ssh.service loaded active running SSH\n',
      },
    },
  ],
  blocked: [
    {
      name: 'an init that RHEL 6 has too, and nothing that names the distribution',
      files: { ps: ps('/sbin/init', '[kthreadd]', '/usr/sbin/sshd') },
      reason: 'The distribution is not in the bundle, and RHEL 6 boots in this way.',
    },
    {
      name: 'no processes',
      files: { uname: 'Linux a 5.4.0-1 #1\n' },
      missing: ['host.init-system', 'host.distribution'],
    },
    {
      name: 'a short list that starts with /sbin/init',
      files: { ps: ps('/sbin/init', '/usr/sbin/sshd') },
      reason: 'Process 1 is /sbin/init, which may be any init system.',
    },
  ],
  notApplicable: [
    {
      name: 'RHEL 6, which has upstart',
      files: {
        ps: ps('/sbin/init', '[kthreadd]'),
        'redhat-release': 'Red Hat Enterprise Linux Server release 6.9 (Santiago)\n',
      },
      reason: 'RHEL and CentOS 6 have rules of their own.',
    },
  ],
});
