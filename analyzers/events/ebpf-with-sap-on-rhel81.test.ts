import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { ebpfWithSapOnRhel81 } from './ebpf-with-sap-on-rhel81.ts';

const health = (subsystem: string): string =>
  `healthy : true\napp_version : "101.26032.0000"\nsupplementary_events_subsystem : "${subsystem}"\n`;
const rhel = (version: string): string =>
  `ID="rhel"\nNAME="Red Hat Enterprise Linux"\nVERSION_ID="${version}"\n`;
const ps = (...commands: readonly string[]): string =>
  `USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\n${commands.map((one, index) => `hdbadm ${100 + index} 0.1 0.1 1 1 ? Sl 10:00 0:01 ${one}\n`).join('')}`;
const SAP = ps('/usr/sap/HDB/HDB00/exe/sapstartsrv pf=x', 'sapstart pf=x', 'hdbindexserver -port 30003');

testAnalyzer(ebpfWithSapOnRhel81, {
  found: [
    {
      name: 'SAP, eBPF and RHEL 8.1',
      files: { 'health.txt': health('ebpf'), 'os-release': rhel('8.1'), ps: SAP },
      findings: [
        {
          text: 'Red Hat Enterprise Linux 8.1 runs SAP (sapstartsrv), and the agent uses eBPF (ebpf)',
          at: ['os-release:3', 'ps:2', 'ps:3', 'health.txt:3'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'no SAP, but a tool for discs with a like name',
      files: {
        'health.txt': health('ebpf'),
        'os-release': rhel('8.1'),
        ps: ps('/sbin/hdparm -B 1', '/usr/bin/saprouter-watch'),
      },
    },
    {
      name: 'another provider',
      files: { 'health.txt': health('netlink'), 'os-release': rhel('8.1'), ps: SAP },
    },
  ],
  blocked: [
    {
      name: 'no processes',
      files: { 'health.txt': health('ebpf'), 'os-release': rhel('8.1') },
      missing: ['process.list'],
    },
    {
      name: 'nothing of the agent',
      files: { 'os-release': rhel('8.1'), ps: SAP },
      reason: 'Nothing tells whether the agent uses eBPF.',
    },
  ],
  notApplicable: [
    {
      name: 'a later minor release',
      files: { 'health.txt': health('ebpf'), 'os-release': rhel('8.10'), ps: SAP },
      reason: 'Red Hat Enterprise Linux 8.10 is not known to be harmed beside SAP.',
    },
  ],
});
