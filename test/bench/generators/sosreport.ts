import type { GeneratedFile, GeneratedSize, Generator } from './generator.ts';
import { logFile, type LogFile } from './log-file.ts';
import { auditLine, classicTime, isoTime, messagesLine, syslogLine } from './log-lines.ts';
import { seededRandom } from './random.ts';
import { smallFiles } from './small-files.ts';

const ROOT = 'sosreport-db-01-2026-11-20-bench';
/** When the last line was written: 2026-11-20 06:19:01 UTC. */
const COLLECTED = Date.UTC(2026, 10, 20, 6, 19, 1) / 1000;
const DAY = 86_400;
const SMALL_SHARE = 0.06;

const messages = { line: messagesLine, prefix: (at: number) => `${classicTime(at)} db-01` } as const;
const syslog = { line: syslogLine, prefix: (at: number) => `${isoTime(at)}.000001+00:00 db-01` } as const;
const audit = { line: auditLine } as const;

/** Logs, newest first, each with its share of the bundle, its age in days and how many lines are planted in it. */
const LOGS = [
  { path: 'var/log/messages', ...messages, share: 0.28, age: 0, planted: 12 },
  { path: 'var/log/messages-20261115.gz', ...messages, share: 0.05, age: 5, planted: 6 },
  { path: 'var/log/messages-20261108.gz', ...messages, share: 0.05, age: 12, planted: 6 },
  { path: 'var/log/syslog', ...syslog, share: 0.15, age: 0, planted: 12 },
  { path: 'var/log/syslog.1', ...syslog, share: 0.08, age: 1, planted: 6 },
  { path: 'var/log/syslog.2.gz', ...syslog, share: 0.04, age: 2, planted: 6 },
  { path: 'var/log/audit/audit.log', ...audit, share: 0.19, age: 0, planted: 0 },
  { path: 'var/log/audit/audit.log.1', ...audit, share: 0.1, age: 1, planted: 0 },
] as const;

/** A sosreport of a database server: long logs, rotated ones, and thousands of small files. */
export const sosreport: Generator = { name: 'sosreport', version: 1, files };

function* files({ seed, bytes }: GeneratedSize): Iterable<GeneratedFile> {
  const random = seededRandom(seed);
  yield* smallFiles(bytes * SMALL_SHARE, ROOT, random);
  let planted = 0;
  for (const { share, age, ...log } of LOGS) {
    const to = COLLECTED - age * DAY;
    const whole: LogFile = { ...log, bytes: bytes * share, from: to - DAY, to };
    const file = logFile(whole, ROOT, random, planted);
    planted += file.planted.length;
    yield file;
  }
}
