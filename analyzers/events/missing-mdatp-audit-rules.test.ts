import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { missingMdatpAuditRules } from './missing-mdatp-audit-rules.ts';

const AUDITD = 'healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "auditd"\n';
const version = (text: string): string => `healthy : true\nlicensed : true\napp_version : "${text}"\n`;
const OTHER = '-w /etc/passwd -p wa -k identity\n';

testAnalyzer(missingMdatpAuditRules, {
  found: [
    {
      name: 'no rule at all is loaded',
      files: { 'health.txt': AUDITD, 'auditctl_-l': 'No rules\n' },
      findings: [
        {
          text: 'No loaded audit rule has the key mdatp, while the agent reads its events from auditd',
          at: ['auditctl_-l:1', 'health.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'rules of others alone, and an agent of the time before eBPF',
      files: { 'health.txt': version('101.98.30'), 'auditctl_-l': OTHER },
      findings: [
        {
          text: 'No loaded audit rule has the key mdatp, while the agent reads its events from auditd',
          at: ['absent: a rule with the key mdatp', 'health.txt:3'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'its rules are loaded',
      files: {
        'health.txt': AUDITD,
        'auditctl_-l': `${OTHER}-a always,exit -F arch=b64 -S execve -F key=mdatp\n`,
      },
    },
    {
      name: 'its rules are loaded, in the form of old releases',
      files: {
        'health.txt': version('101.98.30'),
        'auditctl_-l': 'LIST_RULES: exit,always arch=3221225534 (0xc000003e) key=mdatp syscall=execve\n',
      },
    },
  ],
  blocked: [
    { name: 'no list of rules', files: { 'health.txt': AUDITD }, missing: ['audit.rules'] },
    {
      name: 'an agent that may use either',
      files: { 'health.txt': version('101.24042.0002'), 'auditctl_-l': OTHER },
      reason: 'Nothing tells for sure that the agent reads its events from auditd.',
    },
  ],
  notApplicable: [
    {
      name: 'an agent that no longer knows auditd',
      files: { 'health.txt': version('101.25062.0003'), 'auditctl_-l': 'No rules\n' },
      reason: 'The agent does not read its events from auditd (101.25062.0003).',
    },
  ],
});
