import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unsupportedDistribution } from './unsupported-distribution.ts';

const osRelease = (id: string, version: string, rest = ''): string =>
  `NAME="${id}"\nVERSION_ID="${version}"\nID=${id}\n${rest}`;

testAnalyzer(unsupportedDistribution, {
  found: [
    {
      name: 'a distribution that is on no list',
      files: { 'os-release': osRelease('alpine', '3.20') },
      findings: [
        {
          text: 'alpine 3.20 is not on the support list of profile 2026',
          at: ['os-release:3', 'os-release:2'],
        },
      ],
    },
    {
      name: 'a distribution that derives from a supported one',
      files: { 'os-release': osRelease('linuxmint', '21.3', 'ID_LIKE="ubuntu debian"\n') },
      findings: [
        {
          text: 'linuxmint 21.3 derives from a supported distribution, but is not itself on the support list of profile 2026',
          at: ['os-release:3', 'os-release:2'],
        },
      ],
    },
    {
      name: 'a release below the list',
      files: { 'os-release': osRelease('rocky', '8.6') },
      findings: [
        {
          text: 'rocky 8.6 is not among the supported releases of profile 2026: 8.7 to 8.x, 9.2 to 9.x',
          at: ['os-release:3', 'os-release:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'RHEL 6 since 2025',
      files: { 'redhat-release': 'Red Hat Enterprise Linux Server release 6.9 (Santiago)\n' },
      findings: [
        {
          text: 'Red Hat Enterprise Linux Server 6.9 is not among the supported releases of profile 2026: 7.2 to 7.x, 8 to 8.x, 9 to 9.x, 10 to 10.x',
          at: ['redhat-release:1'],
        },
      ],
    },
    {
      name: 'an interim release of Ubuntu',
      files: { 'os-release': osRelease('ubuntu', '23.10') },
      findings: [
        {
          text: 'ubuntu 23.10 is an interim release; profile 2026 supports LTS releases only',
          at: ['os-release:3', 'os-release:2'],
        },
      ],
    },
  ],
  clean: [
    { name: 'an LTS release', files: { 'os-release': osRelease('ubuntu', '22.04') } },
    { name: 'a minor of two digits is above one of one', files: { 'os-release': osRelease('rhel', '8.10') } },
    {
      name: 'RHEL 6.9 in the seed profile',
      profile: 'seed',
      files: { 'redhat-release': 'CentOS release 6.9 (Final)\n' },
    },
    { name: 'a point release of a listed major', files: { 'os-release': osRelease('debian', '12.5') } },
    {
      name: 'CentOS 7 with its minor in the release file',
      files: {
        'os-release': osRelease('centos', '7'),
        'centos-release': 'CentOS Linux release 7.9.2009 (Core)\n',
      },
    },
    {
      name: 'CentOS Stream 9',
      files: { 'os-release': 'NAME="CentOS Stream"\nVERSION_ID="9"\nID="centos"\n' },
    },
  ],
  blocked: [
    { name: 'nothing names the distribution', files: {}, missing: ['host.distribution'] },
    {
      name: 'CentOS 7 without its minor',
      files: { 'os-release': osRelease('centos', '7') },
      reason: 'The minor release of centos 7 is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'the package list has no agent',
      files: {
        'os-release': osRelease('alpine', '3.20'),
        'installed-rpms': 'glibc-2.28-251.el8.x86_64\nbash-4.4.20-5.el8.x86_64\n',
      },
      reason: 'The agent is not installed on this host.',
    },
  ],
});
