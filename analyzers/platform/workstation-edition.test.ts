import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { workstationEdition } from './workstation-edition.ts';

const FEDORA = 'NAME="Fedora Linux"\nID=fedora\nVERSION_ID=42\n';
const UBUNTU = 'NAME="Ubuntu"\nID=ubuntu\nVERSION_ID="22.04"\n';
const debs = (...names: readonly string[]): string =>
  [
    'Desired=Unknown/Install/Remove/Purge/Hold',
    ...names.map((name) => `ii  ${name}  1.0  amd64  words`),
    '',
  ].join('\n');

testAnalyzer(workstationEdition, {
  found: [
    {
      name: 'Fedora Workstation',
      files: { 'os-release': `${FEDORA}VARIANT_ID=workstation\n` },
      findings: [
        {
          text: 'Fedora Linux 42 is installed as an edition for workstations (workstation)',
          at: ['os-release:4'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'RHEL 7 Workstation',
      profile: '2025',
      files: { 'redhat-release': 'Red Hat Enterprise Linux Workstation release 7.9 (Maipo)\n' },
      findings: [
        {
          text: 'Red Hat Enterprise Linux Workstation 7.9 is installed as an edition for workstations (Red Hat Enterprise Linux Workstation)',
          at: ['redhat-release:1'],
        },
      ],
    },
    {
      name: 'SLED',
      files: { 'os-release': 'NAME="SLED"\nID="sled"\nVERSION_ID="15.6"\n' },
      findings: [
        { text: 'SLED 15.6 is installed as an edition for workstations (sled)', at: ['os-release:2'] },
      ],
    },
    {
      name: 'Ubuntu with the packages of a desktop',
      files: { 'os-release': UBUNTU, 'installed-debs': debs('mdatp', 'ubuntu-desktop') },
      findings: [
        { text: 'Package ubuntu-desktop makes this Ubuntu 22.04 host a desktop', at: ['installed-debs:3'] },
      ],
    },
  ],
  clean: [
    { name: 'Fedora Server', files: { 'os-release': `${FEDORA}VARIANT_ID=server\n` } },
    {
      name: 'RHEL, which names no edition since 8',
      files: { 'os-release': 'NAME="Red Hat Enterprise Linux"\nID="rhel"\nVERSION_ID="9.4"\n' },
    },
    {
      name: 'Ubuntu with the packages of a server',
      files: { 'os-release': UBUNTU, 'installed-debs': debs('mdatp', 'ubuntu-server', 'xdg-desktop-portal') },
    },
    {
      name: 'RHEL 7 Server',
      files: { 'redhat-release': 'Red Hat Enterprise Linux Server release 7.9 (Maipo)\n' },
    },
  ],
  blocked: [
    {
      name: 'nothing names the distribution',
      files: { uname: 'Linux a 5.4.0-1 #1\n' },
      missing: ['host.distribution', 'host.os-release', 'host.release-file', 'packages.installed'],
    },
    {
      name: 'Ubuntu without a list of packages',
      files: { 'os-release': UBUNTU },
      reason: 'Ubuntu tells its edition by its packages only.',
    },
  ],
  notApplicable: [
    { name: 'early 2024', profile: 'seed', files: { 'os-release': `${FEDORA}VARIANT_ID=workstation\n` } },
  ],
});
