import { DMESG, DMESG_ANCHOR, LSOF } from './places.ts';
import { addAfter, inEach, type Edit, type Plant } from './plants.ts';

/** Lines of the kernel, stamped with the time since boot. */
const says =
  (...messages: readonly string[]) =>
  (path: string): Edit =>
    addAfter(path, DMESG_ANCHOR, ...messages.map((message) => `[  370.112481] ${message}`));

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
];
