import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { noexecDefinitions } from './noexec-definitions.ts';

const mount = (...lines: readonly string[]) => ({
  mount: ['/dev/sda1 on / type ext4 (rw,relatime)', ...lines, ''].join('\n'),
});
const health = (version: string) => ({ 'health.txt': `healthy : true\napp_version : "${version}"\n` });
const NOEXEC_VAR = '/dev/sdb1 on /var type xfs (rw,nosuid,nodev,noexec,relatime)';

testAnalyzer(noexecDefinitions, {
  found: [
    {
      name: 'noexec on /var and an older agent',
      files: { ...mount(NOEXEC_VAR), ...health('101.24082.0004') },
      findings: [
        {
          text: '/var, which holds the definitions, is mounted noexec; agent 101.24082.0004 needs to run them there',
          at: ['mount:2', 'health.txt:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'an agent of the old numbers, by findmnt',
      files: {
        'mde_definitions_mount.txt': '/var/opt /dev/mapper/vg0-opt xfs rw,noexec\n',
        ...health('101.98.89'),
      },
      findings: [
        {
          text: '/var/opt, which holds the definitions, is mounted noexec; agent 101.98.89 needs to run them there',
          at: ['mde_definitions_mount.txt:1', 'health.txt:2'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'the first agent that keeps definitions elsewhere',
      files: { ...mount(NOEXEC_VAR), ...health('101.24092.0002') },
    },
    {
      name: 'no noexec',
      files: { ...mount('/dev/sdb1 on /var type xfs (rw)'), ...health('101.24082.0004') },
    },
    {
      name: 'noexec on a part of /var that holds no definitions',
      files: {
        ...mount('/dev/sdb1 on /var/log type xfs (rw,noexec)', '/dev/sdc1 on /var/tmp type xfs (rw,noexec)'),
        ...health('101.24082.0004'),
      },
    },
    {
      name: 'a mount of its own below a noexec /var',
      files: {
        ...mount(NOEXEC_VAR, '/dev/sdd1 on /var/opt/microsoft type xfs (rw,relatime)'),
        ...health('101.24082.0004'),
      },
    },
  ],
  blocked: [
    {
      name: 'no mounts',
      files: health('101.24082.0004'),
      missing: ['mdatp.definitions-place'],
    },
    {
      name: 'noexec, and no version of the agent',
      files: mount(NOEXEC_VAR),
      reason: 'The version of the agent is not in the bundle.',
    },
  ],
});
