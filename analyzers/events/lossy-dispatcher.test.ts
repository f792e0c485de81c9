import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { lossyDispatcher } from './lossy-dispatcher.ts';

const AUDITD = 'healthy : true\napp_version : "101.24042.0002"\nsupplementary_events_subsystem : "auditd"\n';
const config = (qos: string): string => `max_log_file = 8\ndisp_qos = ${qos}\nq_depth = 80\n`;
const ps = (percent: string): string =>
  `USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\nroot 9 ${percent} 0.1 1 1 ? Sl 10:00 0:01 /opt/microsoft/mdatp/sbin/mdatp_audisp_plugin -d\n`;

testAnalyzer(lossyDispatcher, {
  found: [
    {
      name: 'it waits for a busy plugin',
      files: { 'health.txt': AUDITD, 'auditd.conf': config('lossless'), ps: ps('34.0') },
      findings: [
        {
          text: 'auditd waits for its plugins (disp_qos lossless), of which that of the agent takes 34 % of a processor',
          at: ['auditd.conf:2', 'ps:2', 'auditd.conf:3'],
          severity: 'info',
        },
      ],
    },
    {
      name: 'it dropped events',
      files: {
        'health.txt': AUDITD,
        'auditd.conf': config('lossy'),
        messages:
          'Nov 23 10:00:00 db-01 audispd: queue is full - dropping event\nNov 23 10:00:01 db-01 audispd: queue is full - dropping event\n',
      },
      findings: [
        {
          text: 'The dispatcher of auditd dropped events for want of room, and said so 2 times',
          at: ['messages:1', 'auditd.conf:2', 'auditd.conf:3'],
          severity: 'low',
        },
      ],
    },
  ],
  clean: [
    {
      name: 'it waits for a plugin with little to do',
      files: { 'health.txt': AUDITD, 'auditd.conf': config('lossless'), ps: ps('0.3') },
    },
    {
      name: 'lossy, and nothing was dropped',
      files: { 'health.txt': AUDITD, 'auditd.conf': config('lossy'), ps: ps('80.0') },
    },
    {
      name: 'a release of audit that has no such setting',
      files: { 'health.txt': AUDITD, 'auditd.conf': 'max_log_file = 8\nq_depth = 1200\n', ps: ps('80.0') },
    },
  ],
  blocked: [
    {
      name: 'no settings of auditd',
      files: { 'health.txt': AUDITD },
      reason: 'The settings of auditd are not in the bundle.',
    },
    {
      name: 'lossless, and no processes',
      files: { 'health.txt': AUDITD, 'auditd.conf': config('lossless') },
      reason: 'Nothing tells how busy the plugin is.',
    },
  ],
  notApplicable: [
    {
      name: 'the agent reads from eBPF',
      files: { 'health.txt': AUDITD.replace('"auditd"', '"ebpf"'), 'auditd.conf': config('lossless') },
      reason: 'The agent does not read its events from auditd (ebpf).',
    },
  ],
});
