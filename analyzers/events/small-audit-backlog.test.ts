import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { smallAuditBacklog } from './small-audit-backlog.ts';

const AUDITD = 'healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "auditd"\n';
const status = (limit: number): string => `enabled 1\nfailure 1\npid 812\nbacklog_limit ${limit}\nlost 0\n`;

testAnalyzer(smallAuditBacklog, {
  found: [
    {
      name: 'the limit of old rules files',
      files: { 'health.txt': AUDITD, 'auditctl_-s': status(320) },
      findings: [
        {
          text: 'The backlog of audit takes 320 records; 8192 are needed beside the agent',
          at: ['auditctl_-s:4', 'health.txt:3'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    { name: 'the limit of today', files: { 'health.txt': AUDITD, 'auditctl_-s': status(8192) } },
    { name: 'no limit', files: { 'health.txt': AUDITD, 'auditctl_-s': status(0) } },
  ],
  blocked: [
    { name: 'no state of audit', files: { 'health.txt': AUDITD }, missing: ['audit.status'] },
    {
      name: 'a state without it',
      files: { 'health.txt': AUDITD, 'auditctl_-s': 'enabled 1\nfailure 1\npid 8\n' },
      reason: 'The state of audit names no backlog limit.',
    },
    {
      name: 'nothing of the agent',
      files: { 'auditctl_-s': status(320) },
      reason: 'Nothing tells where the agent reads its events from.',
    },
  ],
  notApplicable: [
    {
      name: 'the agent reads from eBPF',
      files: { 'health.txt': AUDITD.replace('"auditd"', '"ebpf"'), 'auditctl_-s': status(320) },
      reason: 'The agent does not read its events from auditd (ebpf).',
    },
  ],
});
