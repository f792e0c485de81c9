import { lineFact, type Line } from '../../engine/api/index.ts';
import { newFoundMessages, type FoundMessages } from './found-messages.ts';
import { kernelLogPlaces } from './kernel-log-places.ts';
import type { KernelLog } from './kernel-log-value.ts';
import { kernelMessage } from './kernel-message.ts';

export type { FanotifyTaint, HungTask, KernelLog, KernelLogCounts, OomKill } from './kernel-log-value.ts';

const pid = { type: 'number', describes: 'Process id' } as const;
const processName = { type: 'string', describes: 'Name of the process' } as const;

/** What the kernel said of file events, hung tasks, lack of memory and lost audit events. */
export const kernelLog = lineFact<FoundMessages, KernelLog>({
  name: 'kernel.log',
  describes: 'Messages of the kernel on fanotify, hung tasks, memory and audit',
  collect: { title: 'dmesg', command: 'sudo dmesg -T > dmesg.txt' },
  fields: {
    fanotifyTaint: {
      type: 'rows',
      describes: 'Processes that asked for fanotify permission events',
      row: { process: processName, pid },
    },
    hungTasks: {
      type: 'rows',
      describes: 'Tasks that did not run for long',
      row: {
        task: { type: 'string', describes: 'Name of the task' },
        pid,
        seconds: { type: 'number', describes: 'How long it was blocked', unit: 's' },
        inFanotify: { type: 'boolean', describes: 'Whether it waits for a fanotify listener' },
      },
    },
    oomKills: {
      type: 'rows',
      describes: 'Processes that the kernel ended for lack of memory',
      row: { process: processName, pid },
    },
    auditBacklog: { type: 'list', items: 'string', describes: 'Messages on the backlog of audit' },
  },
  view: { kind: 'fields', title: 'Kernel messages' },
  from: kernelLogPlaces,
  needles: [
    'Using fanotify permission checks',
    'for more than',
    'fanotify_handle_event',
    'fanotify_get_response',
    'fsnotify',
    'Killed process',
    'backlog limit exceeded',
    'audit_backlog=',
  ],
  start: newFoundMessages,
  line(found, line): void {
    const message = kernelMessage(line.text);
    if (isFanotifyFrame(message)) found.fanotifyFrame(line.at);
    else readMessage(found, message, line);
  },
  finish: (found) => found.finish(),
});

//  [<ffffffff90096f55>] fanotify_handle_event+0x265/0x3a0 · ? fsnotify+0x388/0x460
function isFanotifyFrame(message: string): boolean {
  return /\b(?:fanotify_(?:handle_event|get_response)|__?fsnotify\w*|fsnotify\w*)(?:\.\w+){0,4}\+0x/u.test(
    message,
  );
}

// wdavdaemon (1234): Using fanotify permission checks may lead to deadlock; tainting kernel
const TAINT = /^(?<process>.{1,64}?) \((?<pid>\d+)\): Using fanotify permission checks/u;
// INFO: task python:2651 blocked for more than 120 seconds.
const HUNG =
  /^INFO: task (?<task>.{1,64}):(?<pid>\d+) blocked (?:in I\/O wait )?for more than (?<seconds>\d+) seconds/u;
// Out of memory: Killed process 4242 (java) total-vm:8123456kB · Killed process 4242, UID 0, (java) total-vm:...
const KILLED =
  /^(?:.{0,40}out of memory: )?Killed process (?<pid>\d+),?(?: UID \d+,)? \((?<process>.{1,64}?)\)(?:[ ,]|$)/iu;
// audit: backlog limit exceeded · audit: audit_backlog=8193 > audit_backlog_limit=8192
const BACKLOG = /^(?:audit: )?(?:backlog limit exceeded|audit_backlog=\d+ > )/u;

/** Characters kept of a message. */
const MESSAGE_LIMIT = 200;

function readMessage(found: FoundMessages, message: string, line: Line): void {
  const taint = TAINT.exec(message)?.groups;
  if (taint) {
    const value = { process: taint['process'] ?? '', pid: Number(taint['pid']) };
    found.fanotifyTaint.add(value, line);
    return;
  }
  const hung = HUNG.exec(message)?.groups;
  if (hung) {
    const { task = '', pid: id, seconds } = hung;
    found.hung({ task, pid: Number(id), seconds: Number(seconds) }, line.at);
    return;
  }
  const killed = KILLED.exec(message)?.groups;
  if (killed) found.oomKills.add({ process: killed['process'] ?? '', pid: Number(killed['pid']) }, line);
  else if (BACKLOG.test(message)) found.auditBacklog.add(message.slice(0, MESSAGE_LIMIT), line);
}
