import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { faultyRulesSkipped } from './faulty-rules-skipped.ts';

const health = (subsystem: string): string =>
  `healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "${subsystem}"\n`;
const FILE = 'etc/audit/rules.d/1_mdatp.skip_faulty_rule.rules';

testAnalyzer(faultyRulesSkipped, {
  found: [
    {
      name: 'the file of the client analyzer',
      files: { 'health.txt': health('auditd'), [FILE]: '-c\n', 'etc/audit/rules.d/audit.rules': '-D\n' },
      findings: [
        {
          text: '/etc/audit/rules.d/1_mdatp.skip_faulty_rule.rules has audit rules loaded past faulty ones (-c)',
          at: [`${FILE}:1`],
          severity: 'low',
        },
      ],
    },
    {
      name: 'a dump that names no files, beside an agent that takes its events by eBPF',
      files: {
        'health.txt': health('ebpf'),
        'auditd_info.txt':
          'sudo auditctl -l\n====\nNo rules\n\nsudo find /etc/audit/rules.d -type f -exec cat {} ;\n====\n-D\n-c\n',
      },
      findings: [
        {
          text: '/etc/audit/rules.d has audit rules loaded past faulty ones (-c)',
          at: ['auditd_info.txt:8'],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'no such line',
      files: { 'health.txt': health('auditd'), 'etc/audit/rules.d/audit.rules': '-D\n-b 8192\n' },
    },
  ],
  blocked: [
    { name: 'no rules files', files: { 'health.txt': health('auditd') }, missing: ['audit.rule-files'] },
  ],
});
