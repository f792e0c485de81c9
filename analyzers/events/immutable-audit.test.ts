import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { immutableAudit } from './immutable-audit.ts';

const AUDITD = 'healthy : true\nlicensed : true\nsupplementary_events_subsystem : "auditd"\n';
const EBPF = 'healthy : true\napp_version : "101.25062.0003"\nsupplementary_events_subsystem : "ebpf"\n';
const OLD_EBPF = 'healthy : true\napp_version : "101.23062.0010"\nsupplementary_events_subsystem : "ebpf"\n';
const ON = 'enabled 1\nfailure 1\npid 812\n';
const LOCKED = 'enabled 2\nfailure 1\npid 812\n';
const NO_RULES = 'No rules\n';

testAnalyzer(immutableAudit, {
  found: [
    {
      name: 'the agent reads from auditd',
      files: { 'health.txt': AUDITD, 'auditctl_-s': LOCKED },
      findings: [
        {
          text: 'Audit rules are locked (enabled 2) while the agent reads its events from auditd',
          at: ['auditctl_-s:1', 'health.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'rules of the agent are loaded beside eBPF',
      files: {
        'health.txt': EBPF,
        'auditctl_-s': LOCKED,
        'auditctl_-l': '-a always,exit -F arch=b64 -S execve -F key=mdatp\n',
      },
      findings: [
        {
          text: 'Audit rules are locked (enabled 2) with rules of the agent among them',
          at: ['auditctl_-s:1', 'auditctl_-l:1'],
        },
      ],
    },
    {
      name: 'an agent that can hang the host',
      files: { 'health.txt': OLD_EBPF, 'auditctl_-s': LOCKED, 'auditctl_-l': NO_RULES },
      findings: [
        {
          text: 'Audit rules are locked (enabled 2), with which agents before 101.23082.0011 can hang the host',
          at: ['auditctl_-s:1', 'health.txt:2'],
        },
      ],
    },
    {
      name: 'only a rules file locks, the kernel not yet',
      files: { 'health.txt': AUDITD, 'auditctl_-s': ON, 'audit.rules': '-D\n-e 2\n' },
      findings: [
        {
          text: 'Audit rules are locked (-e 2) while the agent reads its events from auditd',
          at: ['audit.rules:2', 'health.txt:3'],
          severity: 'medium',
        },
      ],
    },
  ],
  clean: [
    { name: 'rules are not locked', files: { 'health.txt': AUDITD, 'auditctl_-s': ON } },
    {
      name: 'locked, beside an agent with eBPF and no rules of it',
      files: { 'health.txt': EBPF, 'auditctl_-s': LOCKED, 'auditctl_-l': NO_RULES },
    },
  ],
  blocked: [
    {
      name: 'nothing about audit',
      files: { 'health.txt': AUDITD },
      reason: 'Nothing tells whether audit rules are locked.',
    },
    {
      name: 'locked, and nothing about the agent',
      files: { 'auditctl_-s': LOCKED },
      reason: 'Rules are locked; where the agent reads its events from is not told.',
    },
  ],
});
