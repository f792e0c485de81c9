import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unknownMinorRelease } from './unknown-minor-release.ts';

const CENTOS_7 =
  'NAME="CentOS Linux"\nVERSION="7 (Core)"\nID="centos"\nID_LIKE="rhel fedora"\nVERSION_ID="7"\n';

testAnalyzer(unknownMinorRelease, {
  found: [
    {
      name: 'CentOS 7 by os-release alone',
      files: { 'os-release': CENTOS_7 },
      findings: [
        {
          text: 'Only major release 7 of centos is known; support begins with 7.2',
          at: ['os-release:5'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'CentOS 7 with its release file',
      files: { 'os-release': CENTOS_7, 'centos-release': 'CentOS Linux release 7.9.2009 (Core)\n' },
    },
    {
      name: 'Debian, whose list asks for no minor release',
      files: { 'os-release': 'NAME="Debian GNU/Linux"\nID=debian\nVERSION_ID="12"\n' },
    },
    {
      name: 'Amazon Linux 2',
      files: { 'os-release': 'NAME="Amazon Linux"\nID="amzn"\nVERSION_ID="2"\n' },
    },
    {
      name: 'CentOS 8 in 2026, where every minor release is listed',
      files: { 'os-release': 'NAME="CentOS Linux"\nID="centos"\nVERSION_ID="8"\n' },
    },
  ],
  blocked: [
    { name: 'nothing names the distribution', files: {}, missing: ['host.distribution'] },
    {
      name: 'a distribution that is not listed',
      files: { 'os-release': 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3\n' },
      reason: 'Alpine Linux 3 is not on the support list of profile 2026.',
    },
  ],
});
