import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingIsolationPrerequisites } from './missing-isolation-prerequisites.ts';

const HEAD =
  'Desired=Unknown/Install/Remove/Purge/Hold\n||/ Name           Version      Architecture Description\n+++-==============-============-============-=======\n';
const debian = (...names: readonly string[]) => ({
  'dpkg-l.txt': HEAD + ['mdatp', ...names].map((name) => `ii  ${name}  1.8.9-2  amd64  a package\n`).join(''),
});
const rpm = (name: string) => ({
  'rpm-qa.txt': `mdatp-101.25062.0003-1.x86_64\n${name}-1.8.10-11.el9.x86_64\n`,
});
const config = (...lines: readonly string[]) => ({
  'ebpf_kernel_config.txt': ['# Linux/x86_64 6.1.0 Kernel Configuration', ...lines, ''].join('\n'),
});
const BOTH = ['CONFIG_NETFILTER=y', 'CONFIG_NETFILTER_XT_MATCH_OWNER=m'];

testAnalyzer(missingIsolationPrerequisites, {
  found: [
    {
      name: 'no package of iptables',
      files: debian('nftables', 'libxtables12'),
      findings: [
        {
          text: 'No package brings iptables and ip6tables',
          at: ['absent: iptables or iptables-nft or iptables-legacy or iptables-services'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'a kernel without rules by owner',
      files: {
        ...debian('iptables'),
        ...config('CONFIG_NETFILTER=y', '# CONFIG_NETFILTER_XT_MATCH_OWNER is not set'),
      },
      findings: [
        {
          text: 'The running kernel is built without CONFIG_NETFILTER_XT_MATCH_OWNER',
          at: ['ebpf_kernel_config.txt:3'],
        },
      ],
    },
  ],
  clean: [
    { name: 'iptables of Debian', files: { ...debian('iptables'), ...config(...BOTH) } },
    { name: 'iptables of RHEL 9, on nf_tables', files: rpm('iptables-nft') },
    {
      name: 'a new kernel without the old tables',
      files: { ...rpm('iptables-nft'), ...config(...BOTH, '# CONFIG_IP_NF_IPTABLES is not set') },
    },
    {
      name: 'an option that the file does not name',
      files: { ...rpm('iptables'), ...config('CONFIG_NETFILTER=y') },
    },
  ],
  blocked: [
    { name: 'neither packages nor options', files: {} },
    {
      name: 'only the options of the kernel',
      files: config(...BOTH),
      reason: 'No list of packages is in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'RHEL 6',
      files: {
        'etc/redhat-release': 'Red Hat Enterprise Linux Server release 6.9 (Santiago)\n',
        ...rpm('nftables'),
      },
      reason: 'RHEL and CentOS 6 have rules of their own.',
    },
  ],
});
