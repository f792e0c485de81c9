import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { packageForOtherDistribution } from './package-for-other-distribution.ts';

const host = (id: string, version: string) => ({
  'os-release': `NAME="${id}"\nID=${id}\nVERSION_ID="${version}"\n`,
});
const rpm = (release: string) => ({
  'installed-rpms': `bash-5.1.8-6.x86_64\nmdatp-101.25062.0003-${release}.x86_64\n`,
});
const repo = (url: string, enabled = '1') => ({
  'etc/yum.repos.d/microsoft.repo': `[ms-prod]\nname=ms-prod\nbaseurl=https://packages.microsoft.com/${url}\nenabled=${enabled}\n`,
});

testAnalyzer(packageForOtherDistribution, {
  found: [
    {
      name: 'a package for RHEL 7 on RHEL 9',
      files: { ...host('rhel', '9.4'), ...rpm('1.el7') },
      findings: [
        {
          text: 'Package mdatp 101.25062.0003-1.el7 is built for el 7; the host runs rhel 9.4',
          at: ['installed-rpms:2', 'os-release:2', 'os-release:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a package for RHEL on SLES',
      files: { ...host('sles', '15.6'), ...rpm('1.rhel8') },
      findings: [
        {
          text: 'Package mdatp 101.25062.0003-1.rhel8 is built for rhel 8; the host runs sles 15.6',
          at: ['installed-rpms:2', 'os-release:2', 'os-release:3'],
        },
      ],
    },
    {
      name: 'only the repository of another release',
      files: { ...host('rocky', '9.4'), ...rpm('1'), ...repo('rhel/8/prod/') },
      findings: [
        {
          text: 'The agent is served from the repository for rhel 8; the host runs rocky 9.4',
          at: ['etc/yum.repos.d/microsoft.repo:1', 'os-release:2', 'os-release:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    { name: 'the package for the release', files: { ...host('ol', '8.10'), ...rpm('1.el8') } },
    {
      name: 'the repository for the release, under an older address',
      files: { ...host('almalinux', '9.4'), ...rpm('1'), ...repo('yumrepos/microsoft-rhel9.0-prod') },
    },
    {
      name: 'the repository of another release that is switched off',
      files: {
        ...host('rhel', '9.4'),
        ...rpm('1'),
        'a.repo':
          '[a]\nbaseurl=https://packages.microsoft.com/rhel/9/prod\n[b]\nbaseurl=https://packages.microsoft.com/rhel/8/prod\nenabled=0\n',
      },
    },
    {
      name: 'SLES 12 from its own repository',
      files: { ...host('sles', '12.5'), ...rpm('1'), ...repo('sles/12/prod/') },
    },
  ],
  blocked: [
    { name: 'no distribution', files: rpm('1.el7') },
    {
      name: 'a package that names no target, and no repository',
      files: { ...host('rhel', '9.4'), ...rpm('1') },
      reason: 'Nothing tells for which distribution the package is built.',
    },
    {
      name: 'Amazon Linux, whose numbers are its own',
      files: { ...host('amzn', '2'), ...rpm('1'), ...repo('rhel/7/prod/') },
      reason: 'Nothing tells for which distribution the package is built.',
    },
    {
      name: 'a distribution that no list names, which derives from RHEL 9',
      files: {
        'os-release': 'NAME="Derived"\nID=derived\nID_LIKE="rhel fedora"\nVERSION_ID="9.4"\n',
        ...rpm('1'),
        ...repo('rhel/9/prod/'),
      },
      reason: 'Nothing tells for which distribution the package is built.',
    },
  ],
  notApplicable: [
    {
      name: 'Ubuntu, which has one package for all its releases',
      files: { ...host('ubuntu', '22.04'), ...rpm('1.el7') },
      reason: 'ubuntu 22.04 has no rpm packages.',
    },
  ],
});
