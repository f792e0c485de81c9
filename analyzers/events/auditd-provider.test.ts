import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { auditdProvider } from './auditd-provider.ts';

const health = (subsystem: string, version: string): string =>
  `healthy : true\napp_version : "${version}"\nsupplementary_events_subsystem : "${subsystem}"\n`;

testAnalyzer(auditdProvider, {
  found: [
    {
      name: 'an agent that knows eBPF',
      files: { 'health.txt': health('auditd', '101.24072.0001') },
      findings: [
        {
          text: 'Agent 101.24072.0001 reads its events from auditd, though it knows eBPF',
          at: ['health.txt:3', 'health.txt:2'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    { name: 'eBPF', files: { 'health.txt': health('ebpf', '101.24072.0001') } },
    { name: 'an agent of the time before eBPF', files: { 'health.txt': health('auditd', '101.98.30') } },
  ],
  blocked: [
    { name: 'no health', files: {}, missing: ['mdatp.health', 'mdatp.agent'] },
    {
      name: 'a health that names no provider',
      files: { 'health.txt': 'healthy : true\nlicensed : true\n' },
      reason: 'The health names no provider of events.',
    },
    {
      name: 'no version',
      files: {
        'health.txt': 'healthy : true\nlicensed : true\nsupplementary_events_subsystem : "auditd"\n',
      },
      reason: 'The version of the agent is not known.',
    },
  ],
  notApplicable: [
    {
      name: 'RHEL 6',
      files: {
        'health.txt': health('auditd', '101.24072.0001'),
        'redhat-release': 'Red Hat Enterprise Linux Server release 6.10 (Santiago)\n',
      },
      reason: 'RHEL and CentOS 6 have rules of their own.',
    },
  ],
});
