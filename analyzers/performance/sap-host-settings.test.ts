import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { sapHostSettings } from './sap-host-settings.ts';

const ps = (...commands: readonly string[]): string =>
  `UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 10:00 ? 00:00:00 /sbin/init\n${commands.map((one, index) => `root ${index + 20} 1 0 10:00 ? 00:00:00 ${one}\n`).join('')}`;
const health = (active: boolean, events = 'ebpf', passive = false): string =>
  `healthy : true\napp_version : "101.26062.0007"\nreal_time_protection_enabled : ${active}\npassive_mode_enabled : ${passive}\nsupplementary_events_subsystem : "${events}"\n`;
const HANA = 'hdbindexserver -port 30003';
const redhat = (version: string): string =>
  `NAME="Red Hat Enterprise Linux"\nID="rhel"\nID_LIKE="fedora"\nVERSION_ID="${version}"\n`;

testAnalyzer(sapHostSettings, {
  found: [
    {
      name: 'a HANA host with real-time protection',
      files: { ps: ps(HANA), 'health.txt': health(true) },
      findings: [
        {
          text: 'SAP runs on this host while real-time protection is on',
          at: ['health.txt:3', 'ps:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'an application server that reads from auditd',
      files: {
        ps: ps('dw.sapPRD_D00 pf=/usr/sap/PRD/SYS/profile/PRD_D00_app-01'),
        'health.txt': health(false, 'auditd'),
        'etc/os-release': redhat('8.10'),
      },
      findings: [
        {
          text: 'SAP runs on this host while the agent reads its events from auditd, not by eBPF',
          at: ['health.txt:5', 'ps:3'],
        },
      ],
    },
  ],
  clean: [
    { name: 'scans on demand', files: { ps: ps(HANA), 'health.txt': health(false) } },
    { name: 'a passive agent', files: { ps: ps(HANA), 'health.txt': health(true, 'ebpf', true) } },
    {
      name: 'auditd where eBPF does harm',
      files: { ps: ps(HANA), 'health.txt': health(false, 'auditd'), 'etc/os-release': redhat('8.1') },
    },
  ],
  blocked: [
    {
      name: 'no processes',
      files: { 'health.txt': health(true) },
      missing: ['process.list', 'host.distribution'],
    },
    {
      name: 'the settings are not known',
      files: { ps: ps(HANA) },
      reason: 'How the agent is set is not in the bundle.',
    },
  ],
  notApplicable: [
    {
      name: 'no SAP',
      files: { ps: ps('/usr/sbin/sshd -D'), 'health.txt': health(true) },
      reason: 'No program of SAP runs on this host.',
    },
    {
      name: 'the host agent of SAP alone',
      files: {
        ps: ps('/usr/sap/hostctrl/exe/sapstartsrv pf=/usr/sap/hostctrl/exe/host_profile -D'),
        'health.txt': health(true),
      },
      reason: 'No program of SAP runs on this host.',
    },
  ],
});
