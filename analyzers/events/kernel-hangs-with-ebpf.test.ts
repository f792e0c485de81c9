import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { kernelHangsWithEbpf } from './kernel-hangs-with-ebpf.ts';

const health = (subsystem: string): string =>
  `healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "${subsystem}"\n`;
const OL = 'ID="ol"\nNAME="Oracle Linux Server"\nVERSION_ID="8.8"\n';
const uname = (release: string): string => `Linux db-01 ${release} #2 SMP x86_64 GNU/Linux\n`;
const BAD = uname('5.15.0-0.30.20.1.el8uek.x86_64');

testAnalyzer(kernelHangsWithEbpf, {
  found: [
    {
      name: 'a kernel of the list, and eBPF in use',
      files: { 'health.txt': health('ebpf'), 'os-release': OL, 'uname.txt': BAD },
      findings: [
        {
          text: 'Kernel 5.15.0-0.30.20.1.el8uek.x86_64 is known to hang where the agent uses eBPF (ebpf)',
          at: ['uname.txt:1', 'health.txt:3'],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'an agent that uses eBPF by itself, and no word of it',
      files: {
        'health.txt': 'healthy : true\nlicensed : true\napp_version : "101.25062.0003"\n',
        'uname.txt': uname('5.15.0-0.30.20.el8uek.x86_64'),
      },
      findings: [
        {
          text: 'Kernel 5.15.0-0.30.20.el8uek.x86_64 is known to hang where the agent uses eBPF (101.25062.0003)',
          at: ['uname.txt:1', 'health.txt:3'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a later kernel of the same line',
      files: {
        'health.txt': health('ebpf'),
        'os-release': OL,
        'uname.txt': uname('5.15.0-0.30.20.2.el8uek.x86_64'),
      },
    },
    {
      name: 'eBPF is not in use',
      files: { 'health.txt': health('auditd'), 'os-release': OL, 'uname.txt': BAD },
    },
    {
      name: 'RHEL 8.1, which needs SAP to be harmed',
      files: {
        'health.txt': health('ebpf'),
        'os-release': 'ID="rhel"\nNAME="Red Hat Enterprise Linux"\nVERSION_ID="8.1"\n',
        'uname.txt': uname('4.18.0-147.el8.x86_64'),
      },
    },
  ],
  blocked: [
    {
      name: 'no kernel',
      files: { 'health.txt': health('ebpf') },
      missing: ['kernel.uname', 'host.distribution'],
    },
    {
      name: 'nothing of the agent',
      files: { 'uname.txt': BAD },
      reason: 'Nothing tells whether the agent uses eBPF.',
    },
  ],
});
