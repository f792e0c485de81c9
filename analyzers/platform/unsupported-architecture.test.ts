import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { unsupportedArchitecture } from './unsupported-architecture.ts';

const uname = (machine: string): string =>
  `Linux db-01 5.14.0-427.el9 #1 SMP Mon Jan 6 2025 ${machine} GNU/Linux\n`;
const osRelease = (id: string, version: string): string =>
  `NAME="${id}"\nID=${id}\nVERSION_ID="${version}"\n`;

testAnalyzer(unsupportedArchitecture, {
  found: [
    {
      name: 'IBM Z, which no profile has',
      files: { uname: uname('s390x'), 'os-release': osRelease('rhel', '9.4') },
      findings: [
        {
          text: 'The processor is s390x; profile 2026 supports x86_64, aarch64',
          at: ['uname:1'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'ARM64 in early 2024',
      profile: 'seed',
      files: { uname: uname('aarch64'), 'os-release': osRelease('ubuntu', '22.04') },
      findings: [
        {
          text: 'The processor is aarch64; profile seed supports x86_64',
          at: ['uname:1'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'ARM64 on a distribution that is listed for x86_64 only',
      files: { uname: uname('aarch64'), 'os-release': osRelease('rocky', '9.4') },
      findings: [
        {
          text: 'aarch64 is supported by profile 2026 on other releases than rocky 9.4',
          at: ['uname:1', 'os-release:2', 'os-release:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'ARM64 on Debian 10, where Debian 11 is the first',
      files: { uname: uname('aarch64'), 'os-release': osRelease('debian', '10') },
      findings: [
        {
          text: 'aarch64 is supported by profile 2026 on other releases than debian 10',
          at: ['uname:1', 'os-release:2', 'os-release:3'],
        },
      ],
    },
    {
      name: 'ARM64 in January 2025',
      profile: '2025',
      files: { uname: uname('aarch64'), 'os-release': osRelease('amzn', '2023') },
      findings: [
        {
          text: 'aarch64 is supported on amzn 2023 as a preview only',
          at: ['uname:1', 'os-release:2', 'os-release:3'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'a 32-bit system, by lscpu',
      files: { lscpu: 'Architecture:        i686\nCPU(s):              1\n' },
      findings: [{ text: 'The processor is i686; profile 2026 supports x86_64, aarch64', at: ['lscpu:1'] }],
    },
  ],
  clean: [
    { name: 'x86_64, whatever the distribution', files: { uname: uname('x86_64') } },
    {
      name: 'amd64 in the summary of the client analyzer',
      files: { 'mde.xml': '<mdatp><device_info><architecture>amd64</architecture></device_info></mdatp>' },
    },
    {
      name: 'ARM64 on a listed release',
      files: { uname: uname('aarch64'), 'os-release': osRelease('sles', '15.6') },
    },
    {
      name: 'ARM64 on a point release of a listed one',
      files: { uname: uname('aarch64'), 'os-release': osRelease('debian', '12.5') },
    },
  ],
  blocked: [
    {
      name: 'nothing names the processor',
      files: { 'os-release': osRelease('rhel', '9.4') },
      missing: ['hardware.architecture'],
    },
    {
      name: 'ARM64 on a distribution that nothing names',
      files: { uname: uname('arm64') },
      reason: 'Which distribution runs on aarch64 is not in the bundle.',
    },
    {
      name: 'ARM64 on SLES 15 without its service pack',
      files: { uname: uname('aarch64'), 'os-release': osRelease('sles', '15') },
      reason: 'The release of sles 15 is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'no agent on the host',
      files: { uname: uname('s390x'), 'installed-rpms': 'glibc-2.34-100.el9.s390x\n' },
      reason: 'The agent is not installed on this host.',
    },
  ],
});
