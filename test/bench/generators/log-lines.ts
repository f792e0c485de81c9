import type { Random } from './random.ts';

/** How a log writes its lines. `seconds` is the time of the line since 1970. */
export type LogLine = (random: Random, seconds: number) => string;

const HOST = 'db-01';
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const UNITS = ['session-41.scope', 'logrotate.service', 'backup.timer', 'dnf-makecache.service'] as const;
const USERS = ['amelie', 'deploy', 'oracle', 'postgres', 'backup'] as const;
const PROGRAMS = ['bash', 'python3', 'curl', 'java', 'rsync', 'systemctl', 'psql', 'find'] as const;

/** One thing that a program said, with the program before it: `sshd[812]: Accepted …`. */
type Message = (random: Random) => string;

const MESSAGES: readonly [Message, ...Message[]] = [
  (r) => `systemd[1]: Started ${r.pick(UNITS)}.`,
  (r) => `systemd[1]: ${r.pick(UNITS)}: Succeeded.`,
  (r) => `systemd-logind[911]: New session ${r.below(90_000)} of user ${r.pick(USERS)}.`,
  (r) =>
    `sshd[${r.below(32_768)}]: Accepted publickey for ${r.pick(USERS)} from ${address(r)} port ${port(r)} ssh2`,
  (r) => `sshd[${r.below(32_768)}]: Connection closed by ${address(r)} port ${port(r)} [preauth]`,
  (r) => `CROND[${r.below(32_768)}]: (root) CMD (/usr/lib64/sa/sa1 1 1)`,
  (r) =>
    `kernel: [${uptime(r)}] DROP IN=eth0 OUT= SRC=${address(r)} DST=192.0.2.15 LEN=${r.below(1500)} PROTO=TCP DPT=${port(r)}`,
  (r) => `kernel: [${uptime(r)}] TCP: request_sock_TCP: Possible SYN flooding on port ${port(r)}.`,
  (r) =>
    `postgres[${r.below(32_768)}]: [${r.below(900)}-1] LOG:  duration: ${r.below(9_000)}.${r.below(999)} ms  statement: SELECT ${r.below(1e6)}`,
  (r) => `dockerd[1544]: time="..." level=info msg="ignoring event" container=${hex(r)}${hex(r)}${hex(r)}`,
  (r) => `java[2210]: INFO  [worker-${r.below(64)}] order ${r.below(1e9)} stored in ${r.below(400)} ms`,
  (r) =>
    `NetworkManager[1011]: <info>  dhcp4 (eth0): state changed bound -> extended, lease ${r.below(86_400)}`,
];

/** Now and then a line holds a needle and says nothing by it: a scan must look and let it pass. */
const DECOYS: readonly [Message, ...Message[]] = [
  (r) => `java[2210]: WARN  [worker-${r.below(64)}] lock held for more than ${r.below(90)} seconds`,
  (r) => `auditd[733]: Audit daemon rotating log files, audit_backlog=${r.below(64)} in its statistics`,
];
const DECOY_EVERY = 2_000;

// Nov 20 06:19:01 db-01 sshd[812]: Accepted publickey for deploy from 198.51.100.7 port 51544 ssh2
export const messagesLine: LogLine = (random, seconds) =>
  `${classicTime(seconds)} ${HOST} ${messageOf(random)}`;

// 2026-11-20T06:19:01.123456+00:00 db-01 systemd[1]: Started logrotate.service.
export const syslogLine: LogLine = (random, seconds) =>
  `${isoTime(seconds)}.${String(random.below(1e6)).padStart(6, '0')}+00:00 ${HOST} ${messageOf(random)}`;

// type=SYSCALL msg=audit(1795155541.123:4567): arch=c000003e syscall=59 success=yes exit=0 …
export const auditLine: LogLine = (random, seconds) => {
  const stamp = `msg=audit(${seconds}.${String(random.below(1000)).padStart(3, '0')}:${random.below(1e7)}):`;
  const program = random.pick(PROGRAMS);
  switch (random.below(4)) {
    case 0:
      return `type=PATH ${stamp} item=0 name="/usr/bin/${program}" inode=${random.below(1e7)} dev=fd:00 mode=0100755 ouid=0 ogid=0 rdev=00:00 nametype=NORMAL`;
    case 1:
      return `type=CWD ${stamp} cwd="/srv/app/releases/${random.below(400)}"`;
    case 2:
      return `type=PROCTITLE ${stamp} proctitle=${hex(random)}${hex(random)}${hex(random)}`;
    default:
      return `type=SYSCALL ${stamp} arch=c000003e syscall=59 success=yes exit=0 a0=${hex(random)} a1=${hex(random)} items=2 ppid=${random.below(32_768)} pid=${random.below(32_768)} auid=1000 uid=0 gid=0 tty=(none) ses=${random.below(900)} comm="${program}" exe="/usr/bin/${program}" key="exec"`;
  }
};

/** What is planted: the kernel names a process that asks for permission events. */
export function plantedMessage(process: string, pid: number): string {
  return `kernel: [  370.112481] ${process} (${pid}): Using fanotify permission checks may lead to deadlock; tainting kernel`;
}

// Nov 20 06:19:01
export function classicTime(seconds: number): string {
  const iso = isoTime(seconds);
  const day = iso.slice(8, 10).replace(/^0/u, ' ');
  return `${MONTHS[Number(iso.slice(5, 7)) - 1] ?? ''} ${day} ${iso.slice(11)}`;
}

let lastSeconds = -1;
let lastIso = '';

/** Many lines share a second: the last one is kept. */
export function isoTime(seconds: number): string {
  if (seconds !== lastSeconds) {
    lastSeconds = seconds;
    lastIso = new Date(seconds * 1000).toISOString().slice(0, 19);
  }
  return lastIso;
}

function messageOf(random: Random): string {
  return (random.below(DECOY_EVERY) === 0 ? random.pick(DECOYS) : random.pick(MESSAGES))(random);
}

function address(random: Random): string {
  return `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${1 + random.below(254)}`;
}

function port(random: Random): number {
  return 1024 + random.below(60_000);
}

function uptime(random: Random): string {
  return `${random.below(9e6)}.${String(random.below(1e6)).padStart(6, '0')}`;
}

function hex(random: Random): string {
  return random
    .below(2 ** 32)
    .toString(16)
    .padStart(8, '0');
}
