import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { floodedAuditLog } from './flooded-audit-log.ts';

const AUDITD = 'healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "auditd"\n';
const record = (key: string, program: string): string =>
  `type=SYSCALL msg=audit(1718107200.014:8801204): arch=c000003e syscall=42 success=yes comm="x" exe="${program}" key=${key}\n`;
const AGENT = record('"mdatp"', '/opt/pay/bin/payd');
const OTHER = record('"identity"', '/usr/bin/passwd');
const CHANGE =
  'type=CONFIG_CHANGE msg=audit(1718107100.001:8): auid=0 ses=1 op=add_rule key="mdatp" list=4 res=1\n';
const ANALYSIS =
  'Top keys:\nmdatp: 900\nidentity: 100\n\nTop types:\nSYSCALL: 1000\n\nTop initiators:\n/usr/sbin/haproxy: 800\n';
const LOG = 'var/log/audit/audit.log';

testAnalyzer(floodedAuditLog, {
  found: [
    {
      name: 'most records are of the agent',
      files: {
        'health.txt': AUDITD,
        [LOG]: `${OTHER.repeat(3)}${AGENT.repeat(8)}${record('"mdatpmbr"', '/usr/bin/id')}`,
      },
      findings: [
        {
          text: '75 % of 12 keyed audit records carry the key of the agent, most of them by /opt/pay/bin/payd',
          at: [`${LOG}:4`],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'the client analyzer counted them',
      files: { 'health.txt': AUDITD, 'auditd_log_analysis.txt': ANALYSIS },
      findings: [
        {
          text: '90 % of 1000 keyed audit records carry the key of the agent, most of them by /usr/sbin/haproxy',
          at: ['auditd_log_analysis.txt:2', 'auditd_log_analysis.txt:9'],
        },
      ],
    },
    {
      name: 'the log is full within minutes',
      files: {
        'mde.xml': '<mdatp/>',
        'health.txt': AUDITD,
        [LOG]: OTHER,
        [`${LOG}.1`]: OTHER,
        [`${LOG}.2`]: OTHER,
      },
      times: {
        [LOG]: '2026-10-14T09:00:00Z',
        [`${LOG}.1`]: '2026-10-14T08:52:00Z',
        [`${LOG}.2`]: '2026-10-14T08:40:00Z',
      },
      findings: [
        {
          text: 'The audit log is rotated after 12 minutes',
          at: [`${LOG}.1`, `${LOG}.2`],
          severity: 'medium',
        },
      ],
    },
    {
      name: 'the log is full within minutes, beside an agent that takes its events by eBPF',
      files: {
        'mde.xml': '<mdatp/>',
        'health.txt': AUDITD.replace('"auditd"', '"ebpf"'),
        [`${LOG}.1`]: OTHER,
        [`${LOG}.2`]: OTHER,
      },
      times: { [`${LOG}.1`]: '2026-10-14T08:52:00Z', [`${LOG}.2`]: '2026-10-14T08:40:00Z' },
      findings: [
        {
          text: 'The audit log is rotated after 12 minutes',
          at: [`${LOG}.1`, `${LOG}.2`],
          severity: 'info',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'half of the records are of others, and changes of rules do not count',
      files: { 'health.txt': AUDITD, [LOG]: `${CHANGE.repeat(20)}${AGENT.repeat(6)}${OTHER.repeat(6)}` },
    },
    {
      name: 'too few to tell',
      files: { 'health.txt': AUDITD, [LOG]: AGENT.repeat(9) },
    },
    {
      name: 'rotated twice a day, and a copy of the oldest at the same time',
      files: { 'mde.xml': '<mdatp/>', [`${LOG}.1`]: OTHER, [`${LOG}.2`]: OTHER, [`${LOG}.3`]: OTHER },
      times: {
        [`${LOG}.1`]: '2026-10-14T20:00:00Z',
        [`${LOG}.2`]: '2026-10-14T08:00:00Z',
        [`${LOG}.3`]: '2026-10-14T08:00:00Z',
      },
    },
  ],
  blocked: [
    {
      name: 'no log of audit',
      files: { 'health.txt': AUDITD },
      reason: 'Neither logs of audit nor counts of them are in the bundle.',
    },
  ],
});
