import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { leftoverAuditRules } from './leftover-audit-rules.ts';

const health = (subsystem: string): string =>
  `healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "${subsystem}"\n`;
const RULE = '-a always,exit -F arch=b64 -S execve -F key=mdatp\n';
const MEMBER = '-a always,exit -F arch=b64 -S connect -F key=mdatpmbr\n';
const OTHER = '-w /etc/passwd -p wa -k identity\n';
const FILE = 'etc/audit/rules.d/mdatp.rules';

testAnalyzer(leftoverAuditRules, {
  found: [
    {
      name: 'rules in the kernel and on disk beside eBPF',
      files: {
        'health.txt': health('ebpf'),
        'auditctl_-l': `${OTHER}${RULE}${MEMBER}`,
        [FILE]: '-a always,exit -F arch=b64 -S execve -k mdatp\n',
      },
      findings: [
        {
          text: 'Audit rules of the agent are loaded (2), though it does not read from auditd (ebpf)',
          at: ['auditctl_-l:2', `${FILE}:1`, 'health.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'rules on disk alone, and an agent that no longer knows auditd',
      files: {
        'health.txt': 'healthy : true\nlicensed : true\napp_version : "101.25062.0003"\n',
        'auditctl_-l': OTHER,
        [FILE]: RULE,
      },
      findings: [
        {
          text: '/etc/audit/rules.d/mdatp.rules holds rules of the agent, though it does not read from auditd (101.25062.0003)',
          at: [`${FILE}:1`, 'health.txt:3'],
        },
      ],
    },
  ],
  clean: [
    { name: 'rules of others', files: { 'health.txt': health('ebpf'), 'auditctl_-l': OTHER } },
    {
      name: 'a key that only begins alike',
      files: { 'health.txt': health('ebpf'), 'auditctl_-l': '-w /srv -p wa -k mdatp-share\n' },
    },
  ],
  blocked: [
    {
      name: 'nothing of audit',
      files: { 'health.txt': health('ebpf') },
      reason: 'Neither loaded rules nor rules files are in the bundle.',
    },
    {
      name: 'nothing of the agent',
      files: { 'auditctl_-l': RULE },
      reason: 'Nothing tells where the agent reads its events from.',
    },
  ],
  notApplicable: [
    {
      name: 'the agent reads from auditd',
      files: { 'health.txt': health('auditd'), 'auditctl_-l': RULE },
      reason: 'The agent reads its events from auditd.',
    },
  ],
});
