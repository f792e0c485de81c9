import { DMESG, DMESG_ANCHOR, LSOF } from './places.ts';
import { addAfter, addLines, inEach, replaceFile, replaceText, type Edit, type Plant } from './plants.ts';

/** Lines of the kernel, stamped with the time since boot. */
const says =
  (...messages: readonly string[]) =>
  (path: string): Edit =>
    addAfter(path, DMESG_ANCHOR, ...messages.map((message) => `[  370.112481] ${message}`));

const AGENT_LOG = {
  'client-analyzer': 'mde_diagnostic.zip!/var/log/microsoft/mdatp/microsoft_defender_core_err.log',
  'mdatp-diagnostic': 'var/log/microsoft/mdatp/microsoft_defender_core_err.log',
  plain: 'microsoft_defender_err.log',
} as const;

const agentSays =
  (message: string) =>
  (path: string): Edit =>
    addLines(path, `[1402][1544][2026-10-13 19:33:41.100069 UTC][error]: ${message}`);

/** Where the kernel says that it is tainted. */
const TAINTED = {
  sosreport: replaceFile('proc/sys/kernel/tainted', '12288\n'),
  supportconfig: replaceText(
    'basic-health-check.txt',
    '# /proc/sys/kernel/tainted\n0\n',
    '# /proc/sys/kernel/tainted\n12288\n',
  ),
  plain: replaceFile('proc/sys/kernel/tainted', '12288\n'),
} as const;

/** Logs of the host that hold messages of the kernel, rotated and compressed where the sample has such. */
const HOST_LOG = {
  'client-analyzer': 'kernel_logs.zip!/kernel_logs/kern.log.2.gz',
  sosreport: 'var/log/messages-20261012.gz',
  supportconfig: 'messages.txt',
  plain: 'var/log/kern.log',
} as const;

const TAINT = 'scannerd (900): Using fanotify permission checks may lead to deadlock; tainting kernel';
const HUNG = 'INFO: task nfsd:1904 blocked for more than 120 seconds.';
const KILLED = 'total-vm:8123456kB, anon-rss:1358820kB, file-rss:0kB, shmem-rss:0kB';

export const kernelLogPlants: readonly Plant[] = [
  {
    analyzer: 'performance/fanotify-hang',
    in: inEach(
      DMESG,
      says(
        HUNG,
        'Call Trace:',
        ' [<ffffffffb1b89e69>] schedule+0x29/0x70',
        ' [<ffffffffb16a3c15>] fanotify_handle_event+0x265/0x3a0',
      ),
    ),
  },
  {
    analyzer: 'performance/fanotify-hang',
    name: 'in a log of the host',
    in: inEach(HOST_LOG, (path) =>
      addLines(
        path,
        `Oct  4 08:30:00 nfs-04 kernel: ${HUNG}`,
        'Oct  4 08:30:00 nfs-04 kernel:  [<ffffffffb16a3c15>] fanotify_handle_event+0x265/0x3a0',
      ),
    ),
  },
  {
    analyzer: 'performance/hung-tasks',
    in: inEach(
      DMESG,
      says(HUNG, 'Call Trace:', ' schedule+0x29/0x70', ' xfs_log_force_lsn+0x12/0x130 [xfs]'),
    ),
  },
  {
    analyzer: 'performance/foreign-fanotify-taint',
    in: inEach(DMESG, says(TAINT)),
  },
  {
    // The kernel's line goes with the one of lsof, and is not said twice.
    analyzer: 'conflict/other-fanotify-user',
    name: 'that the kernel names as well',
    in: Object.fromEntries(
      (['client-analyzer', 'sosreport', 'supportconfig', 'plain'] as const).map((kind) => [
        kind,
        [
          says(TAINT)(DMESG[kind]),
          addAfter(
            LSOF[kind],
            /^sshd /u,
            'scannerd    900                              root    9r  a_inode               0,14         0       1057 [fanotify]',
          ),
        ],
      ]),
    ),
  },
  {
    analyzer: 'performance/agent-out-of-memory',
    in: inEach(DMESG, says(`Out of memory: Killed process 1433 (wdavdaemon) ${KILLED}`)),
  },
  {
    analyzer: 'performance/host-out-of-memory',
    in: inEach(DMESG, says(`Out of memory: Killed process 2180 (java) ${KILLED}`)),
  },
  {
    analyzer: 'performance/crashed-agent',
    in: inEach(DMESG, says('wdavdaemon[4242]: segfault at 0 ip 00007f00 sp 00007ffe error 4 in wdavdaemon')),
  },
  {
    analyzer: 'performance/cpu-lockups',
    in: inEach(DMESG, says('watchdog: BUG: soft lockup - CPU#1 stuck for 22s! [kswapd0:41]')),
  },
  {
    analyzer: 'performance/tainted-kernel',
    name: 'by its messages',
    in: inEach(
      { 'client-analyzer': DMESG['client-analyzer'] },
      says('tscan: loading out-of-tree module taints kernel.'),
    ),
  },
  {
    analyzer: 'performance/tainted-kernel',
    name: 'by its flags and messages',
    in: Object.fromEntries(
      Object.entries(TAINTED).map(([kind, edit]) => [
        kind,
        [edit, says('tscan: loading out-of-tree module taints kernel.')(DMESG[kind as keyof typeof TAINTED])],
      ]),
    ),
  },
  {
    analyzer: 'performance/audit-backlog-overflow',
    in: inEach(
      DMESG,
      says('audit: audit_backlog=8193 > audit_backlog_limit=8192', 'audit: backlog limit exceeded'),
    ),
  },
  {
    analyzer: 'performance/ebpf-load-errors',
    name: 'by the kernel',
    in: inEach(
      DMESG,
      says('Lockdown: wdavdaemon: use of bpf to read kernel RAM is restricted; see man kernel_lockdown.7'),
    ),
  },
  {
    analyzer: 'performance/ebpf-load-errors',
    name: 'by the agent',
    in: inEach(AGENT_LOG, agentSays('Failed to load eBPF program')),
  },
  {
    analyzer: 'performance/audit-lockdown-message',
    in: inEach(AGENT_LOG, agentSays("Cloud exclusions won't be applied, because auditd is in lockdown mode")),
  },
];
