import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { auditRulesDrift } from './audit-rules-drift.ts';

const AUDITD = 'healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "auditd"\n';
const OTHER = '-w /etc/passwd -p wa -k identity\n';
const LOADED = '-a always,exit -F arch=b64 -S execve -F key=mdatp\n';
const WRITTEN = '-a always,exit -F arch=b64 -S execve -k mdatp\n';
const FILE = 'etc/audit/rules.d/mdatp.rules';
const FIRST = 'etc/audit/rules.d/audit.rules';

testAnalyzer(auditRulesDrift, {
  found: [
    {
      name: 'on disk, and nothing is loaded',
      files: { 'health.txt': AUDITD, 'auditctl_-l': 'No rules\n', [FILE]: `${WRITTEN}${WRITTEN}` },
      findings: [
        {
          text: '/etc/audit/rules.d/mdatp.rules holds rules of the agent (2), of which the kernel has loaded none',
          at: [`${FILE}:1`, 'auditctl_-l:1'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'on disk, and rules of others are loaded',
      files: { 'health.txt': AUDITD, 'auditctl_-l': OTHER, [FILE]: WRITTEN },
      findings: [
        {
          text: '/etc/audit/rules.d/mdatp.rules holds rules of the agent (1), of which the kernel has loaded none',
          at: [`${FILE}:1`, 'absent: a rule with the key mdatp'],
        },
      ],
    },
    {
      name: 'loaded, and on no disk',
      files: { 'health.txt': AUDITD, 'auditctl_-l': `${OTHER}${LOADED}`, [FIRST]: `-D\n-b 8192\n${OTHER}` },
      findings: [
        {
          text: 'The kernel has loaded rules of the agent (1), which no file in /etc/audit/rules.d holds',
          at: ['auditctl_-l:2', 'absent: a rule with the key mdatp'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'both hold them',
      files: { 'health.txt': AUDITD, 'auditctl_-l': LOADED, [FILE]: WRITTEN },
    },
    {
      name: 'neither holds any, which is another check',
      files: { 'health.txt': AUDITD, 'auditctl_-l': OTHER, [FIRST]: OTHER },
    },
    {
      name: 'loaded, and only the joined file of some time ago was collected',
      files: { 'health.txt': AUDITD, 'auditctl_-l': LOADED, 'etc/audit/audit.rules': OTHER },
    },
  ],
  blocked: [
    {
      name: 'no rules files',
      files: { 'health.txt': AUDITD, 'auditctl_-l': LOADED },
      missing: ['audit.rule-files'],
    },
  ],
  notApplicable: [
    {
      name: 'the agent reads from eBPF',
      files: {
        'health.txt': AUDITD.replace('"auditd"', '"ebpf"'),
        'auditctl_-l': OTHER,
        [FILE]: WRITTEN,
      },
      reason: 'The agent does not read its events from auditd (ebpf).',
    },
  ],
});
