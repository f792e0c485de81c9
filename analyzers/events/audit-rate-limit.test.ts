import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { auditRateLimit } from './audit-rate-limit.ts';

const health = (subsystem: string): string =>
  `healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "${subsystem}"\n`;
const status = (rate: number): string => `enabled 1\nfailure 1\npid 812\nrate_limit ${rate}\nlost 0\n`;
const FILE = 'etc/audit/rules.d/mdatp.rate_limit.rules';

testAnalyzer(auditRateLimit, {
  found: [
    {
      name: 'the kernel follows the limit of a file',
      files: { 'health.txt': health('auditd'), 'auditctl_-s': status(2500), [FILE]: '-r 2500\n' },
      findings: [
        {
          text: 'The kernel keeps at most 2500 audit records a second',
          at: ['auditctl_-s:4', `${FILE}:1`],
          severity: 'low',
        },
      ],
    },
    {
      name: 'a file limits, and the kernel is not heard',
      files: { 'health.txt': health('auditd'), [FILE]: '-r 2500\n' },
      findings: [
        {
          text: '/etc/audit/rules.d/mdatp.rate_limit.rules limits audit records to 2500 a second',
          at: [`${FILE}:1`],
        },
      ],
    },
    {
      name: 'a remark beside an agent that takes its events by eBPF',
      files: { 'health.txt': health('ebpf'), 'auditctl_-s': status(100) },
      findings: [
        {
          text: 'The kernel keeps at most 100 audit records a second',
          at: ['auditctl_-s:4'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    { name: 'no limit', files: { 'health.txt': health('auditd'), 'auditctl_-s': status(0) } },
    { name: 'no limit in the files', files: { [FILE]: '-r 0\n' } },
  ],
  blocked: [
    {
      name: 'nothing of audit',
      files: { 'health.txt': health('auditd') },
      reason: 'Nothing tells whether audit records are limited in rate.',
    },
  ],
});
