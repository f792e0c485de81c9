import { testAnalyzer } from '../../test/harness/test-analyzer.ts';
import { fanotifyHang } from './fanotify-hang.ts';

const hung = (head: string, task: string): string =>
  [
    `${head}INFO: task ${task} blocked for more than 120 seconds.`,
    `${head}Call Trace:`,
    `${head} [<ffffffffb1b89e69>] schedule+0x29/0x70`,
    `${head} [<ffffffffb16a3c15>] fanotify_handle_event+0x265/0x3a0`,
    '',
  ].join('\n');
const SYSLOG = 'Nov 20 08:46:10 nfs-04 kernel: ';
const MARKER = { 'sos_commands/a/b': 'x' };

testAnalyzer(fanotifyHang, {
  found: [
    {
      name: 'two tasks, which dmesg, messages and a journal as text all tell of',
      files: {
        ...MARKER,
        'sos_commands/kernel/dmesg':
          hung('[5283370.110000] ', 'java:22651') + hung('[5283370.420000] ', 'nfsd:1904'),
        'var/log/messages': hung(SYSLOG, 'java:22651') + hung('Nov 20 08:46:11 nfs-04 kernel: ', 'nfsd:1904'),
        'sos_commands/logs/journalctl_--no-pager_--boot':
          hung(SYSLOG, 'java:22651') + hung(SYSLOG, 'nfsd:1904'),
      },
      findings: [
        {
          text: 'java, nfsd hung while waiting for an answer from fanotify (2×, Nov 20 08:46:10)',
          at: [
            'sos_commands/logs/journalctl_--no-pager_--boot:1',
            'sos_commands/logs/journalctl_--no-pager_--boot:5',
          ],
          severity: 'critical',
        },
      ],
    },
    {
      name: 'the same task in each part of a rotated log',
      files: {
        ...MARKER,
        'var/log/messages': hung(SYSLOG, 'nfsd:1904'),
        'var/log/messages-20241110': hung('Nov  4 08:30:00 nfs-04 kernel: ', 'nfsd:1904'),
      },
      findings: [
        {
          text: 'nfsd hung while waiting for an answer from fanotify (2×, Nov 4 08:30:00 – Nov 20 08:46:10)',
          at: ['var/log/messages-20241110:1', 'var/log/messages:1'],
        },
      ],
    },
    {
      name: 'many tasks, of which a handful is cited',
      files: { dmesg: [1, 2, 3, 4, 5, 6, 7].map((n) => hung(`[  37${n}.1] `, `job${n}:10${n}`)).join('') },
      findings: [
        {
          text: 'job1, job2, job3, job4, job5 and 2 more hung while waiting for an answer from fanotify (7×, 371 s after boot – 377 s after boot)',
          at: ['dmesg:1', 'dmesg:5', 'dmesg:9', 'dmesg:13', 'dmesg:25'],
        },
      ],
    },
  ],
  clean: [
    {
      name: 'a hung task that waits for its disk',
      files: {
        dmesg: hung('[  370.1] ', 'java:22651').replace('fanotify_handle_event', 'xfs_log_force_lsn'),
      },
    },
    {
      name: 'inotify, and a frame that the kernel is not sure of',
      files: {
        dmesg:
          hung('[  370.1] ', 'java:7').replace('fanotify_handle_event', 'fsnotify') +
          hung('[  371.1] ', 'java:8').replace('fanotify_handle_event', '? fanotify_handle_event'),
      },
    },
  ],
  blocked: [{ name: 'no log', files: { uname: 'Linux a 5.4.0-1 #1\n' }, missing: ['kernel.log'] }],
  notApplicable: [
    {
      name: 'no agent',
      files: {
        dmesg: hung('[  370.1] ', 'java:7'),
        'installed-rpms': 'bash-4.2.46-35.el7_9.x86_64     Mon Jan  1 00:00:00 2024\n',
        'ps.txt': 'UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 08:00 ? 00:00:01 /sbin/init\n',
      },
      reason: 'The agent is not installed on this host.',
    },
  ],
});
