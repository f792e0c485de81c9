import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingDebDependencies } from './missing-deb-dependencies.ts';

const DEBIAN = 'NAME="Debian GNU/Linux"\nID=debian\nVERSION_ID="12"\n';

function dpkg(...packages: readonly string[]): string {
  const rows = packages.map((one) => {
    const [name, version] = one.split(' ');
    return `ii  ${name}  ${version}  amd64  a package`;
  });
  return [
    '||/ Name Version Architecture Description',
    '+++-====-=======-============-===========',
    ...rows,
    '',
  ].join('\n');
}

const AGENT = 'mdatp 101.26062.0007';
const NEEDED = ['libc6 2.36-9+deb12u7', 'uuid-runtime 2.38.1-5', 'mde-netfilter 100.69.59'];

testAnalyzer(missingDebDependencies, {
  found: [
    {
      name: 'two packages are not there',
      files: { 'os-release': DEBIAN, 'installed-debs': dpkg('libc6 2.36-9+deb12u7', AGENT) },
      findings: [
        { text: 'Package mde-netfilter is not installed', at: ['absent: mde-netfilter', 'installed-debs:4'] },
        { text: 'Package uuid-runtime is not installed', at: ['absent: uuid-runtime', 'installed-debs:4'] },
      ],
    },
    {
      name: 'the C library is too old, and an old agent lacks auditd',
      profile: 'seed',
      files: {
        'os-release': DEBIAN,
        'installed-debs': dpkg('libc6 2.19-18', ...NEEDED.slice(1), 'mdatp 101.23062.0010'),
      },
      findings: [
        { text: 'Package auditd is not installed', at: ['absent: auditd', 'installed-debs:6'] },
        { text: 'Package libc6 is 2.19-18; at least 2.23 is needed', at: ['installed-debs:3'] },
      ],
    },
  ],
  clean: [
    {
      name: 'all there; a new agent needs no auditd',
      files: { 'os-release': DEBIAN, 'installed-debs': dpkg(...NEEDED, AGENT) },
    },
  ],
  blocked: [
    {
      name: 'no list of packages',
      files: { 'os-release': DEBIAN },
      reason: 'No list of packages is in the bundle.',
    },
    {
      name: 'the C library in order, and nothing else known of packages',
      files: {
        'mde.xml': '<mdatp/>',
        'os-release': DEBIAN,
        'libc_info.txt': 'Package: libc6\nVersion: 2.36-9+deb12u7\n',
      },
      reason: 'No list of packages is in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'a host with rpm',
      files: {
        'os-release': 'NAME="Rocky Linux"\nID=rocky\nVERSION_ID="9.4"\n',
        'installed-rpms': 'mdatp-101.26062.0007-1.x86_64\n',
      },
      reason: 'Rocky Linux 9.4 has no deb packages.',
    },
    {
      name: 'no agent',
      files: { 'os-release': DEBIAN, 'installed-debs': dpkg('libc6 2.36-9') },
      reason: 'The agent is not installed on this host.',
    },
  ],
});
