import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { auditFailurePanics } from './audit-failure-panics.ts';

const FILE = 'etc/audit/rules.d/audit.rules';

testAnalyzer(auditFailurePanics, {
  found: [
    {
      name: 'the kernel says so',
      files: { 'auditctl_-s': 'enabled 1\nfailure 2\npid 812\n' },
      findings: [
        {
          text: 'The kernel panics when it loses an audit record (failure 2)',
          at: ['auditctl_-s:2'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'the kernel says so in the form of old releases',
      files: { 'auditctl_-s': 'AUDIT_STATUS: enabled=1 flag=2 pid=1021 rate_limit=0 backlog_limit=320\n' },
      findings: [
        { text: 'The kernel panics when it loses an audit record (failure 2)', at: ['auditctl_-s:1'] },
      ],
    },
    {
      name: 'only the files are at hand, where the last line counts',
      files: { [FILE]: '-D\n-f 1\n-f 2\n' },
      findings: [{ text: 'The kernel panics when it loses an audit record (-f 2)', at: [`${FILE}:3`] }],
    },
  ],
  clean: [
    { name: 'a message', files: { 'auditctl_-s': 'enabled 1\nfailure 1\npid 812\n' } },
    {
      name: 'the kernel was told otherwise by hand',
      files: { 'auditctl_-s': 'enabled 1\nfailure 1\npid 812\n', [FILE]: '-f 2\n' },
    },
  ],
  blocked: [
    {
      name: 'nothing of audit',
      files: { 'health.txt': 'healthy : true\nlicensed : true\n' },
      reason: 'Nothing tells what the kernel does when it loses a record.',
    },
  ],
});
