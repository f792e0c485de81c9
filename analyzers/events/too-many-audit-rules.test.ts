import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { tooManyAuditRules } from './too-many-audit-rules.ts';

const health = (subsystem: string): string =>
  `healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "${subsystem}"\n`;
const rules = (count: number): string =>
  Array.from({ length: count }, (_, index) => `-w /etc/app/${index}.conf -p wa -k app\n`).join('');

testAnalyzer(tooManyAuditRules, {
  found: [
    {
      name: 'more than 300',
      files: { 'health.txt': health('auditd'), 'auditctl_-l': rules(301) },
      findings: [{ text: '301 audit rules are loaded', at: ['auditctl_-l:1'], severity: 'low' }],
    },
    {
      name: 'more than 1000',
      files: { 'health.txt': health('auditd'), 'auditctl_-l': rules(1001) },
      findings: [{ text: '1001 audit rules are loaded', at: ['auditctl_-l:1'], severity: 'medium' }],
    },
    {
      name: 'a remark beside an agent that takes its events by eBPF',
      files: { 'health.txt': health('ebpf'), 'auditctl_-l': rules(1001) },
      findings: [{ text: '1001 audit rules are loaded', at: ['auditctl_-l:1'], severity: 'info' }],
    },
    {
      name: 'rules that watch whole trees',
      files: {
        'health.txt': health('auditd'),
        'auditctl_-l':
          '-w /var/ -p rwxa -k all\n-a always,exit -F dir=/home -F perm=r -F key=read\n-w /var/lib/app -p wa\n-w /var -p x\n',
      },
      findings: [
        {
          text: 'The rule "-a always,exit -F dir=/home -F perm=r -F key=read" watches everything below /home',
          at: ['auditctl_-l:2'],
          severity: 'low',
        },
        {
          text: 'The rule "-w /var/ -p rwxa -k all" watches everything below /var',
          at: ['auditctl_-l:1', 'auditctl_-l:4'],
          severity: 'low',
        },
      ],
    },
    {
      name: 'the number that the user set',
      files: { 'health.txt': health('auditd'), 'auditctl_-l': rules(11) },
      thresholds: { 'events.many-audit-rules': 10 },
      findings: [{ text: '11 audit rules are loaded', at: ['auditctl_-l:1'], severity: 'low' }],
    },
  ],
  clean: [
    { name: 'just as many as are allowed', files: { 'auditctl_-l': rules(300) } },
    {
      name: 'a tree that is left out',
      files: { 'auditctl_-l': '-a never,exit -F dir=/var -F key=quiet\n' },
    },
    { name: 'none', files: { 'auditctl_-l': 'No rules\n' } },
  ],
  blocked: [
    { name: 'no list of rules', files: { 'health.txt': health('auditd') }, missing: ['audit.rules'] },
  ],
});
