/** How well a stamp tells the time: with its zone, by the wall, since boot, or not at all. */
export type Clock = 3 | 2 | 1 | 0;

export interface LogStamp {
  /** As the log writes it, without parts of a second. */
  readonly text: string | undefined;
  readonly clock: Clock;
}

// <4>2026-10-14T09:12:44.004118+00:00 mail-01 kernel: … · 2026-10-14T09:12:44.004118Z mail-01 kernel: …
const ISO =
  /^(?:<\d{1,3}>)?(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?(?<zone>Z|[+-]\d\d:?\d\d)?/u;
// Nov  4 08:30:00 nfs-04 kernel: …
const SYSLOG = /^(?:<\d{1,3}>)?(?<time>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d)\b/u;
// [Mon Nov 23 10:00:00 2026] …
const WALL = /^\[(?<time>[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4})\]/u;
// [  370.112481] …
const UPTIME = /^(?:<\d{1,3}>)?\[ {0,12}(?<seconds>\d{1,12})\.\d{1,9}\]/u;

// [1402][1544][2026-09-22 19:33:41.100069 UTC][error]: …
const AGENT =
  /^\[\d{1,10}\](?:\[\d{1,10}\])?\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.\d{1,9})?(?<zone> UTC)\]/u;

/** The time at the head of a line of a log. */
export function logStamp(line: string): LogStamp {
  const iso = (ISO.exec(line) ?? AGENT.exec(line))?.groups;
  if (iso) return { text: `${iso['time']}${iso['zone'] ?? ''}`, clock: 3 };
  const wall = (SYSLOG.exec(line) ?? WALL.exec(line))?.groups?.['time'];
  if (wall !== undefined) return { text: wall.replace('  ', ' '), clock: 2 };
  const seconds = UPTIME.exec(line)?.groups?.['seconds'];
  return seconds === undefined
    ? { text: undefined, clock: 0 }
    : { text: `${seconds} s after boot`, clock: 1 };
}
