import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { failedAuditRuleLoad } from './failed-audit-rule-load.ts';

const health = (subsystem: string): string =>
  `healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "${subsystem}"\n`;
const LOG =
  'Nov 23 10:00:00 db-01 augenrules[688]: Error sending add rule data request (Rule exists)\nNov 23 10:00:00 db-01 augenrules[688]: There was an error in line 9 of /etc/audit/audit.rules\n';
const unit = (status: string): string =>
  `● auditd.service - Security Auditing Service\n   Active: active (running) since Mon\n  Process: 690 ExecStartPost=/sbin/augenrules --load (code=exited, status=${status})\n`;

testAnalyzer(failedAuditRuleLoad, {
  found: [
    {
      name: 'augenrules names the line',
      files: { 'health.txt': health('auditd'), messages: LOG, systemctl_status_auditd: unit('1/FAILURE') },
      findings: [
        {
          text: 'Loading the audit rules stopped at line 9 of /etc/audit/audit.rules',
          at: ['messages:2', 'messages:1', 'systemctl_status_auditd:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'only the reason is told',
      files: {
        'health.txt': health('auditd'),
        syslog:
          'Nov 23 10:00:00 db-01 augenrules[688]: The audit system is in immutable mode, no rule changes allowed\n',
      },
      findings: [
        {
          text: 'Audit rules could not be loaded: The audit system is in immutable mode, no rule changes allowed',
          at: ['syslog:1'],
        },
      ],
    },
    {
      name: 'only the service tells, beside an agent that takes its events by eBPF',
      files: { 'health.txt': health('ebpf'), systemctl_status_auditd: unit('1/FAILURE') },
      findings: [
        {
          text: 'Loading the audit rules failed when auditd started',
          at: ['systemctl_status_auditd:3'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'the last start went well',
      files: { 'health.txt': health('auditd'), messages: LOG, systemctl_status_auditd: unit('0/SUCCESS') },
    },
    {
      name: 'nothing new to load',
      files: { messages: 'Nov 23 10:00:00 db-01 augenrules[737]: /sbin/augenrules: No change\n' },
    },
  ],
  blocked: [
    { name: 'no log of the host', files: { 'health.txt': health('auditd') }, missing: ['audit.messages'] },
  ],
});
