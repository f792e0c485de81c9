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
          text: 'Red Hat Enterprise Linux Server 6.9 is not among the supported releases of profile 2026: 7.2 to 7.x, 8.x, 9.x, 10.x',
          at: ['redhat-release:1'],
        },
      ],
    },
    {
      name: 'a release that was out when the list was written, and was left out',
      files: { 'os-release': osRelease('fedora', '43') },
      findings: [
        {
          text: 'fedora 43 is not among the supported releases of profile 2026: 33 to 42',
          at: ['os-release:3', 'os-release:2'],
        },
      ],
    },
    {
      name: 'an interim release of Ubuntu, as far as the list goes',
      files: { 'os-release': osRelease('ubuntu', '23.10') },
      findings: [
        {
          text: 'ubuntu 23.10 is not among the supported releases of profile 2026: 16.04 to 24.04',
          at: ['os-release:3', 'os-release:2'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a point release of an LTS release',
      files: {
        'lsb-release': 'DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=22.04\nDISTRIB_DESCRIPTION="Ubuntu 22.04.5 LTS"\n',
      },
    },
    { name: 'a new major release since 2026', files: { 'os-release': osRelease('rhel', '10.1') } },
    { name: 'SLES with a service pack', files: { 'os-release': osRelease('sles', '15.6') } },
    { name: 'older SLES for SAP', files: { 'os-release': osRelease('sles_sap', '12.2') } },
    { name: 'Debian 13 since 2026', files: { 'os-release': osRelease('debian', '13') } },
    { name: 'Amazon Linux 2023', files: { 'os-release': osRelease('amzn', '2023') } },
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
    {
      name: 'a release that is newer than the list',
      files: { 'os-release': osRelease('ubuntu', '26.04') },
      reason: 'ubuntu 26.04 is newer than what the support list of profile 2026 can know.',
    },
    {
      name: 'RHEL 10 by the list of January 2025',
      profile: '2025',
      files: { 'os-release': osRelease('rhel', '10.0') },
      reason: 'rhel 10.0 is newer than what the support list of profile 2025 can know.',
    },
    {
      name: 'a release without a number',
      files: {
        'os-release': 'NAME="Debian GNU/Linux"\nID=debian\nPRETTY_NAME="Debian GNU/Linux forky/sid"\n',
      },
      reason: 'The release of Debian GNU/Linux is not in the bundle.',
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
