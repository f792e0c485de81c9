import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { rhel6AgentTooNew } from './rhel6-agent-too-new.ts';

const host = (version: string) => ({
  'redhat-release': 'Red Hat Enterprise Linux Server release 6.9 (Santiago)\n',
  'health.txt': `healthy : true\nlicensed : true\napp_version : "${version}"\n`,
});

testAnalyzer(rhel6AgentTooNew, {
  found: [
    {
      name: 'the build after the last one',
      files: host('101.23092.0012'),
      findings: [
        {
          text: 'Agent 101.23092.0012 runs on Red Hat Enterprise Linux Server 6.9; the last build for it is 101.23082.0011',
          at: ['health.txt:3', 'redhat-release:1'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'a version by the package',
      files: {
        'redhat-release': 'CentOS release 6.10 (Final)\n',
        'installed-rpms': 'bash-4.1.2-48.el6.x86_64\nmdatp-101.24012.0001-1.x86_64\n',
      },
      findings: [
        {
          text: 'Agent 101.24012.0001 runs on CentOS 6.10; the last build for it is 101.23082.0011',
          at: ['installed-rpms:2', 'redhat-release:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'the last build', files: host('101.23082.0011') },
    { name: 'a build of the old numbers, which is older', files: host('101.98.89') },
  ],
  blocked: [
    { name: 'nothing', files: {}, missing: ['host.distribution', 'mdatp.agent'] },
    {
      name: 'no version of the agent',
      files: { 'redhat-release': 'CentOS release 6.10 (Final)\n' },
      reason: 'The version of the agent is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'RHEL 8',
      files: {
        ...host('101.25062.0003'),
        'redhat-release': 'Red Hat Enterprise Linux release 8.10 (Ootpa)\n',
      },
      reason: 'The host runs Red Hat Enterprise Linux 8.10, not RHEL or CentOS 6.',
    },
  ],
});
