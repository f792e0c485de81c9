import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingNetfilterDebDependencies } from './missing-netfilter-deb-dependencies.ts';

const UBUNTU = 'NAME="Ubuntu"\nID=ubuntu\nVERSION_ID="24.04"\nVERSION="24.04.2 LTS"\n';

function dpkg(...packages: readonly string[]): string {
  return packages.map((one) => `ii  ${one}  amd64  a package\n`).join('');
}

const AGENT = ['mdatp  101.26062.0007', 'mde-netfilter  100.69.73'];

testAnalyzer(missingNetfilterDebDependencies, {
  found: [
    {
      name: 'the queue library is not there',
      files: { 'os-release': UBUNTU, 'installed-debs': dpkg(...AGENT, 'libglib2.0-0t64:amd64  2.80.0-6') },
      findings: [
        {
          text: 'Package libnetfilter-queue1, which mde-netfilter needs, is not installed',
          at: ['absent: libnetfilter-queue1', 'installed-debs:1'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'the renamed library of Ubuntu 24.04',
      files: {
        'os-release': UBUNTU,
        'installed-debs': dpkg(
          ...AGENT,
          'libglib2.0-0t64:amd64  2.80.0-6',
          'libnetfilter-queue1:amd64  1.0.5-4',
        ),
      },
    },
    {
      name: 'the name of earlier releases',
      files: {
        'os-release': UBUNTU.replaceAll('24.04', '22.04'),
        'installed-debs': dpkg(
          ...AGENT,
          'libglib2.0-0:amd64  2.72.4-0',
          'libnetfilter-queue1:amd64  1.0.5-2',
        ),
      },
    },
  ],
  blocked: [
    {
      name: 'no list of packages',
      files: { 'os-release': UBUNTU },
      reason: 'No list of packages is in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'mde-netfilter is not installed',
      files: { 'os-release': UBUNTU, 'installed-debs': dpkg('mdatp  101.26062.0007') },
      reason: 'The package mde-netfilter is not installed.',
    },
  ],
});
