import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { kernelBelowEbpfMinimum } from './kernel-below-ebpf-minimum.ts';

const health = (subsystem: string): string =>
  `healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "${subsystem}"\n`;
const os = (id: string, version: string): string => `ID="${id}"\nNAME="${id}"\nVERSION_ID="${version}"\n`;
const host = (id: string, version: string, release: string) => ({
  'os-release': os(id, version),
  'uname.txt': `Linux db-01 ${release} #2 SMP x86_64 GNU/Linux\n`,
});

testAnalyzer(kernelBelowEbpfMinimum, {
  found: [
    {
      name: 'a release of RHEL before the first, with netlink',
      files: { 'health.txt': health('netlink'), ...host('rhel', '7.4', '3.10.0-693.el7.x86_64') },
      findings: [
        {
          text: 'Kernel 3.10.0-693.el7.x86_64 is below 3.10.0-957.10, the oldest that eBPF works with on rhel 7.6',
          at: ['uname.txt:1', 'health.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'Amazon Linux 2 with its first kernel, and events from auditd',
      files: { 'health.txt': health('auditd'), ...host('amzn', '2', '4.14.336-256.557.amzn2.x86_64') },
      findings: [
        {
          text: 'Kernel 4.14.336-256.557.amzn2.x86_64 is below 5.4.261-174.360, the oldest that eBPF works with on amzn 2',
          at: ['uname.txt:1', 'health.txt:3'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'the row of the same major release counts',
      files: host('rocky', '9.1', '5.14.0-162.6.1.el9_1.x86_64'),
      findings: [
        {
          text: 'Kernel 5.14.0-162.6.1.el9_1.x86_64 is below 5.14.0-284, the oldest that eBPF works with on rocky 9.2',
          at: ['uname.txt:1'],
        },
      ],
    },
    {
      name: 'a kernel of Oracle, which has a row of its own',
      files: host('ol', '7.9', '4.14.35-2047.el7uek.x86_64'),
      findings: [
        {
          text: 'Kernel 4.14.35-2047.el7uek.x86_64 is below 5.4, the oldest that eBPF works with on ol 7.9',
          at: ['uname.txt:1'],
        },
      ],
    },
    {
      name: 'SLES 12, below the first row',
      files: host('sles', '12.5', '4.12.14-122.186-default'),
      findings: [
        {
          text: 'Kernel 4.12.14-122.186-default is below 5.3.18-18.47, the oldest that eBPF works with on sles 15',
          at: ['uname.txt:1'],
        },
      ],
    },
  ],
  clean: [
    { name: 'a later major release', files: host('rhel', '9.4', '5.14.0-427.el9.x86_64') },
    { name: 'just the oldest', files: host('rhel', '7.6', '3.10.0-957.10.1.el7.x86_64') },
    { name: 'the kernel of Red Hat on Oracle Linux', files: host('ol', '7.9', '3.10.0-1160.el7.x86_64') },
    { name: 'SLES 15 SP 2', files: host('sles', '15.2', '5.3.18-22-default') },
    { name: 'Ubuntu 16.04 with a later kernel', files: host('ubuntu', '16.04', '4.15.0-213-generic') },
  ],
  blocked: [
    {
      name: 'no kernel',
      files: { 'os-release': os('rhel', '9.4') },
      missing: ['kernel.uname', 'mdatp.health'],
    },
    {
      name: 'a kernel whose release is cut',
      files: { 'os-release': os('rhel', '9.4'), 'uname.txt': 'Linux db-01 5.14 #2 SMP x86_64 GNU/Linux\n' },
      reason: 'The release of the kernel is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'a distribution that the document does not name',
      files: host('mariner', '2.0', '5.15.0-1.cm2'),
      reason: 'The document names no kernel for mariner 2.0.',
    },
    {
      name: 'an agent of the time before eBPF',
      files: {
        'health.txt': 'healthy : true\nlicensed : true\napp_version : "101.98.30"\n',
        ...host('rhel', '7.4', '3.10.0-693.el7.x86_64'),
      },
      reason: 'Agent 101.98.30 does not know eBPF.',
    },
  ],
});
