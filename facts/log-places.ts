import type { Places } from '../engine/api/index.ts';
import { hostFile, places } from './places.ts';

const HOST_LOGS = ['var/log/messages*', 'var/log/syslog*', 'var/log/daemon.log*'] as const;

/** The journal of systemd itself, as hosts without a syslog daemon keep it; a rotated or damaged one ends in `~`. */
export const JOURNALS = [
  'var/log/journal/**/*.journal',
  'var/log/journal/**/*.journal~',
  'run/log/journal/**/*.journal',
] as const;

/** What the host's services log, in files or as the journal prints it. */
export const systemLogs: Places = {
  'client-analyzer': [
    'syslogs.zip!/**',
    'syslog.zip!/**',
    'messagess.zip!/**',
    'messages.zip!/**',
    ...HOST_LOGS,
  ],
  'mdatp-diagnostic': HOST_LOGS,
  sosreport: [
    ...HOST_LOGS,
    ...JOURNALS,
    'sos_commands/logs/journalctl_--no-pager*',
    'sos_commands/logs/journalctl_-b*',
  ],
  supportconfig: ['messages.txt!#*', 'systemd.txt!#*journalctl*'],
  plain: [
    'messages*',
    'syslog*',
    'daemon.log*',
    'journalctl*',
    'journal.txt',
    '*.journal',
    ...HOST_LOGS,
    ...JOURNALS,
  ],
};

/** Where messages of the kernel are: its own logs, and those of the host, which hold them too. */
export const kernelLogs: Places = places(
  {
    'client-analyzer': ['dmesg.txt', 'kernel_logs.zip!/**', 'var/log/kern.log*'],
    // dmesg_-T holds the same messages as dmesg
    sosreport: ['sos_commands/kernel/dmesg', 'var/log/kern.log*'],
    supportconfig: 'boot.txt!#*dmesg*',
    plain: [
      'dmesg*',
      'kern.log*',
      'sos_commands/kernel/dmesg',
      'var/log/dmesg*',
      'var/log/kern.log*',
      'syslogs.zip!/**',
      'syslog.zip!/**',
      'messagess.zip!/**',
      'messages.zip!/**',
      'kernel_logs.zip!/**',
    ],
  },
  systemLogs,
);

/** Records of the audit daemon. */
export const auditLogs: Places = {
  'client-analyzer': ['auditd_logs.zip!/**', 'var/log/audit/audit.log*'],
  'mdatp-diagnostic': ['var/log/audit/audit.log*'],
  sosreport: ['var/log/audit/audit.log*', 'sos_commands/selinux/ausearch*', 'sos_commands/auditd/ausearch*'],
  supportconfig: ['security-audit.txt!#*audit.log*', 'security-selinux.txt!#*ausearch*'],
  plain: ['audit.log*', 'ausearch*', 'var/log/audit/audit.log*', 'auditd_logs.zip!/**'],
};

/** What the agent itself logs, with its rotated parts. */
export const agentLogs: Places = hostFile(
  'var/log/microsoft/mdatp/microsoft_defender*.log*',
  'var/log/microsoft/mdatp/rotated/microsoft_defender*',
);
