import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { interimUbuntuRelease } from './interim-ubuntu-release.ts';

const ubuntu = (version: string, text: string): string =>
  `NAME="Ubuntu"\nVERSION_ID="${version}"\nVERSION="${text}"\nID=ubuntu\nID_LIKE=debian\n`;

testAnalyzer(interimUbuntuRelease, {
  found: [
    {
      name: 'a release of October',
      files: { 'os-release': ubuntu('25.10', '25.10 (Questing Quokka)') },
      findings: [
        {
          text: 'Ubuntu 25.10 is an interim release; profile 2026 supports LTS releases only',
          at: ['os-release:4', 'os-release:2'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a release of April in an odd year',
      profile: 'seed',
      files: { 'os-release': ubuntu('23.04', '23.04 (Lunar Lobster)') },
      findings: [
        {
          text: 'Ubuntu 23.04 is an interim release; profile seed supports LTS releases only',
          at: ['os-release:4', 'os-release:2'],
        },
      ],
    },
  ],
  clean: [
    { name: 'an LTS release', files: { 'os-release': ubuntu('24.04', '24.04.2 LTS (Noble Numbat)') } },
    {
      name: 'a point release that os-release does not call LTS',
      files: { 'os-release': ubuntu('16.04', '16.04 (Xenial Xerus)') },
    },
    { name: 'a new LTS release', files: { 'os-release': ubuntu('26.04', '26.04 LTS') } },
  ],
  blocked: [
    { name: 'nothing names the distribution', files: {}, missing: ['host.distribution'] },
    {
      name: 'no release',
      files: { 'os-release': 'NAME="Ubuntu"\nID=ubuntu\n' },
      reason: 'The release of Ubuntu is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'Debian',
      files: { 'os-release': 'NAME="Debian GNU/Linux"\nID=debian\nVERSION_ID="12"\n' },
      reason: 'Debian GNU/Linux 12 is not Ubuntu.',
    },
    {
      name: 'Linux Mint, which derives from Ubuntu',
      files: {
        'os-release': 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="21.3"\n',
      },
    },
  ],
});
