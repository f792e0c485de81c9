import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { auditBacklogOverflow } from './audit-backlog-overflow.ts';

const FULL = 'audit: audit_backlog=321 > audit_backlog_limit=320\n';
const LOST = 'audit: audit_lost=48204 audit_rate_limit=0 audit_backlog_limit=320\n';
const EXCEEDED = 'audit: backlog limit exceeded\n';
const health = (subsystem: string): string =>
  `healthy                                     : true\napp_version                                 : "101.23082.0009"\nsupplementary_events_subsystem              : "${subsystem}"\n`;

testAnalyzer(auditBacklogOverflow, {
  found: [
    {
      name: 'two overflows, in two logs',
      files: {
        'dmesg.txt': `[Tue Jun  4 02:38:40 2024] ${FULL}[Tue Jun  4 02:38:40 2024] ${LOST}[Tue Jun  4 02:38:40 2024] ${EXCEEDED}[Mon Jun 10 21:26:46 2024] ${FULL}[Mon Jun 10 21:26:46 2024] ${EXCEEDED}`,
        messages: `Jun 10 21:26:46 db-01 kernel: ${FULL}Jun 10 21:26:46 db-01 kernel: ${EXCEEDED}`,
        'health.txt': health('auditd'),
      },
      findings: [
        {
          text: 'The audit backlog of 320 records overflowed (2×, Tue Jun 4 02:38:40 2024 – Mon Jun 10 21:26:46 2024)',
          at: ['dmesg.txt:1', 'dmesg.txt:3', 'dmesg.txt:5'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'on a host whose agent takes its events by eBPF',
      files: { 'dmesg.txt': `[ 9.1] ${EXCEEDED}`, 'health.txt': health('ebpf') },
      findings: [
        { text: 'The audit backlog overflowed (1×, 9 s after boot)', at: ['dmesg.txt:1'], severity: 'info' },
      ],
    },
  ],
  clean: [
    { name: 'records that a rate limit lost', files: { 'dmesg.txt': `[ 9.1] ${LOST}` } },
    {
      name: 'a change of the limit',
      files: { 'dmesg.txt': '[ 9.1] audit: type=1305 audit(1.1:2): audit_backlog=64 old=64\n' },
    },
  ],
  blocked: [
    {
      name: 'no log',
      files: { 'health.txt': health('auditd') },
      missing: ['kernel.log'],
    },
  ],
});
