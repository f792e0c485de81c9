import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { suppressedAudit } from './suppressed-audit.ts';

const AUDITD = 'healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "auditd"\n';
const RULES = '-a always,exit -F arch=b64 -S execve -F key=mdatp\n';
const FILE = 'etc/audit/rules.d/audit.rules';

testAnalyzer(suppressedAudit, {
  found: [
    {
      name: 'the rule that SUSE ships, loaded and on disk',
      files: {
        'health.txt': AUDITD,
        'auditctl_-l': `-a never,task\n${RULES}`,
        [FILE]: '-D\n-a task,never\n',
      },
      findings: [
        {
          text: 'The kernel follows the rule "-a never,task", so programs leave no records for the agent',
          at: ['auditctl_-l:1', `${FILE}:2`, 'health.txt:3'],
          severity: 'high',
        },
      ],
    },
    {
      name: 'the form of old releases',
      files: { 'health.txt': AUDITD, 'auditctl_-l': 'LIST_RULES: task,never\n' },
      findings: [
        {
          text: 'The kernel follows the rule "LIST_RULES: task,never", so programs leave no records for the agent',
          at: ['auditctl_-l:1', 'health.txt:3'],
        },
      ],
    },
    {
      name: 'on disk, not loaded yet',
      files: { 'health.txt': AUDITD, 'auditctl_-l': RULES, [FILE]: '-D\n-a task,never\n' },
      findings: [
        {
          text: '/etc/audit/rules.d/audit.rules holds the rule "-a task,never", with which programs leave no records for the agent',
          at: [`${FILE}:2`, 'health.txt:3'],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'every system call is left out',
      files: { 'health.txt': AUDITD, 'auditctl_-l': '-a never,exit -F arch=b64 -S all\n' },
      findings: [
        {
          text: 'The kernel follows the rule "-a never,exit -F arch=b64 -S all", so programs leave no records for the agent',
          at: ['auditctl_-l:1', 'health.txt:3'],
          severity: 'high',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'exclusions of a program and of a system call',
      files: {
        'health.txt': AUDITD,
        'auditctl_-l': `-a never,exit -S all -F exe=/usr/bin/haproxy\n-a never,exit -F arch=b64 -S adjtimex\n${RULES}`,
      },
    },
    { name: 'commented out', files: { 'health.txt': AUDITD, [FILE]: '# -a task,never\n' } },
  ],
  blocked: [
    {
      name: 'nothing of audit',
      files: { 'health.txt': AUDITD },
      reason: 'Neither loaded rules nor rules files are in the bundle.',
    },
    {
      name: 'nothing of the agent',
      files: { 'auditctl_-l': '-a never,task\n' },
      reason: 'Nothing tells where the agent reads its events from.',
    },
  ],
  notApplicable: [
    {
      name: 'the agent reads from eBPF',
      files: { 'health.txt': AUDITD.replace('"auditd"', '"ebpf"'), 'auditctl_-l': '-a never,task\n' },
      reason: 'The agent does not read its events from auditd (ebpf).',
    },
  ],
});
