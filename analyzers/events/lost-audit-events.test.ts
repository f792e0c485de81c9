import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { lostAuditEvents } from './lost-audit-events.ts';

const health = (subsystem: string): string =>
  `healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "${subsystem}"\n`;
const status = (lost: number, backlog = 0): string =>
  `enabled 1\nfailure 1\npid 812\nrate_limit 0\nbacklog_limit 8192\nlost ${lost}\nbacklog ${backlog}\n`;

testAnalyzer(lostAuditEvents, {
  found: [
    {
      name: 'a few',
      files: { 'health.txt': health('auditd'), 'auditctl_-s': status(3) },
      findings: [
        {
          text: 'The kernel has lost 3 audit records since boot',
          at: ['auditctl_-s:6'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'many, in the form of old releases',
      files: {
        'health.txt': health('auditd'),
        'auditctl_-s':
          'AUDIT_STATUS: enabled=1 flag=1 pid=1021 rate_limit=0 backlog_limit=320 lost=18211 backlog=0\n',
      },
      findings: [
        {
          text: 'The kernel has lost 18211 audit records since boot',
          at: ['auditctl_-s:1'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a few, and the backlog is nearly full',
      files: { 'health.txt': health('auditd'), 'auditctl_-s': status(3, 7000) },
      findings: [
        {
          text: 'The kernel has lost 3 audit records since boot',
          at: ['auditctl_-s:6', 'auditctl_-s:7', 'auditctl_-s:5'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a few, and the kernel says that the backlog was full',
      files: {
        'health.txt': health('auditd'),
        'auditctl_-s': status(3),
        'dmesg.txt': '[   12.204118] audit: backlog limit exceeded\n',
      },
      findings: [
        {
          text: 'The kernel has lost 3 audit records since boot',
          at: ['auditctl_-s:6', 'dmesg.txt:1'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'none yet, with a backlog that is nearly full',
      files: { 'health.txt': health('auditd'), 'auditctl_-s': status(0, 7000) },
      findings: [
        {
          text: '7000 of 8192 places of the audit backlog are taken',
          at: ['auditctl_-s:7', 'auditctl_-s:5'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'a remark beside an agent that takes its events by eBPF',
      files: { 'health.txt': health('ebpf'), 'auditctl_-s': status(18211) },
      findings: [
        {
          text: 'The kernel has lost 18211 audit records since boot',
          at: ['auditctl_-s:6'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    { name: 'none', files: { 'health.txt': health('auditd'), 'auditctl_-s': status(0, 12) } },
    {
      name: 'no limit',
      files: { 'auditctl_-s': 'enabled 1\nfailure 1\npid 8\nbacklog_limit 0\nlost 0\nbacklog 900\n' },
    },
  ],
  blocked: [
    {
      name: 'no state of audit',
      files: { 'health.txt': health('auditd') },
      missing: ['audit.status', 'kernel.log'],
    },
    {
      name: 'a state that names no losses',
      files: { 'auditctl_-s': 'enabled 1\nfailure 1\npid 8\n' },
      reason: 'The state of audit names no losses.',
    },
  ],
});
